package dev.clave.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.KeyRing;
import dev.clave.spring.security.Browser.Page;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The number on a screen of its own, and what stays of it after a mistake. */
class TwoScreensTest {
    private static final FakeKeyRing KEYS = FakeKeyRing.random();
    private static final Office OFFICE = Office.open(Keys.class);
    private static final String COOKIE = "__Host-clave-number";
    private static final FakePerson ANA = FakePeople.ANA;

    private final Browser browser = OFFICE.browser();

    @BeforeEach
    void tomorrow() {
        OFFICE.clock.advance(Duration.ofDays(10));
        OFFICE.people.recover();
        KEYS.recover();
    }

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    /** The first screen of a page of the application's own, which asks for the number alone. */
    private static Page number(Browser browser, String... typed) {
        return browser.get("/login/clave").submitTo("/login/clave/number", "/identify", typed);
    }

    private static Page datum(Page page, String datum) {
        return page.submitWithout("number", "/identify", "contrast", datum);
    }

    private static String shown(Page page) {
        return page.html().replaceAll("(?s).*<input id=\"number\"([^>]*)>.*", "$1");
    }

    @Test
    void the_number_first_and_then_the_datum_alone() {
        Page second = number(browser, "number", ANA.typedNumber());
        assertThat(second.path()).isEqualTo("/login/clave");
        assertThat(shown(second)).contains("value=\"" + ANA.typedNumber() + "\"");
        Page obtain = datum(second, ANA.typedContrast());
        assertThat(obtain.offers("/pin")).isTrue();
        assertThat(browser.cookies).doesNotContainKey(COOKIE);
        assertThat(obtain.submit("/pin")
                        .submit("/access", "pin", OFFICE.pin(ANA))
                        .text())
                .startsWith("inside: " + ANA.subject());
    }

    @Test
    void the_page_asks_in_one_screen_still() {
        Page page = browser.get("/login/clave");
        assertThat(page.html()).contains("name=\"number\"", "name=\"contrast\"");
        assertThat(shown(page)).doesNotContain("value=");
        assertThat(browser.cookies).doesNotContainKey(COOKIE);
    }

    @Test
    void what_cannot_be_a_number_is_told_at_once_and_not_kept() {
        number(browser, "number", ANA.typedNumber());
        Page told = number(browser, "number", "12345678A");
        assertThat(told.text()).contains("letter");
        assertThat(shown(told)).doesNotContain("value=");
        assertThat(browser.cookies).doesNotContainKey(COOKIE);
        assertThat(number(browser).text()).doesNotContain("inside");
        assertThat(browser.cookies).doesNotContainKey(COOKIE);
    }

    @Test
    void after_a_wrong_or_mistyped_datum_the_datum_alone_is_typed_again() {
        for (String mistake : List.of(ANA.typedWrongContrast(), "31-02-2031", "")) {
            Browser fresh = OFFICE.browser();
            Page again =
                    fresh.get("/login/clave").submit("/identify", "number", ANA.typedNumber(), "contrast", mistake);
            assertThat(again.html()).as(mistake).contains("role=\"alert\"");
            assertThat(shown(again)).contains("value=\"" + ANA.typedNumber() + "\"");
            assertThat(again.html()).doesNotContain("autofocus required value", ANA.typedWrongContrast(), "31-02");
            assertThat(datum(again, ANA.typedContrast()).offers("/pin")).isTrue();
        }
    }

    @Test
    void after_a_failure_of_ours_nothing_that_was_typed_is_lost() {
        Page login = browser.get("/login/clave");
        OFFICE.people.failAlways();
        login.submit("/identify", "number", ANA.typedNumber(), "contrast", ANA.typedContrast());
        OFFICE.people.recover();
        assertThat(shown(browser.get("/login/clave"))).contains(ANA.typedNumber());
    }

    @Test
    void another_number_can_be_typed_in_its_place() {
        Page second = number(browser, "number", ANA.typedNumber());
        assertThat(shown(second)).contains("value=");
        Page first = number(browser, "change", "true");
        assertThat(shown(first)).doesNotContain("value=");
        assertThat(browser.cookies).doesNotContainKey(COOKIE);
        assertThat(datum(first, ANA.typedContrast()).offers("/identify")).isTrue();
        number(browser, "number", ANA.typedNumber());
        Page carol = number(browser, "number", FakePeople.CAROL.typedNumber());
        assertThat(shown(carol)).contains(FakePeople.CAROL.typedNumber());
        Page own = carol.submit("/identify", "number", ANA.typedNumber(), "contrast", ANA.typedContrast());
        assertThat(own.submit("/pin").submit("/access", "pin", OFFICE.pin(ANA)).text())
                .startsWith("inside: " + ANA.subject());
    }

    /** Otherwise the second screen would be the one on which the first person's PIN is typed. */
    @Test
    void a_number_begins_a_login_anew_in_a_browser_where_one_was_going_on() {
        OFFICE.askPin(browser.get("/login/clave"), ANA);
        Page second = OFFICE.browser().get("/login/clave");
        browser.cookies.put("__Host-clave-csrf", second.browser().cookie("__Host-clave-csrf"));
        Map<String, String> fields = second.hidden("/identify");
        fields.put("number", FakePeople.CAROL.typedNumber());
        browser.once("POST", "/login/clave/number", fields);
        assertThat(browser.cookies).doesNotContainKey("__Host-clave-login");
        assertThat(shown(browser.get("/login/clave"))).contains(FakePeople.CAROL.typedNumber());
    }

    @Test
    void nothing_is_left_of_it_after_a_grant_and_a_cancel() {
        Browser other = OFFICE.browser();
        number(other, "number", ANA.typedNumber());
        Page cancelled = OFFICE.askPin(browser.get("/login/clave"), ANA);
        browser.cookies.put(COOKIE, other.cookie(COOKIE));
        cancelled.submit("/cancel");
        assertThat(browser.cookies).doesNotContainKey(COOKIE);
        OFFICE.clock.advance(Duration.ofMinutes(2));
        Page pin = OFFICE.askPin(browser.get("/login/clave"), ANA);
        browser.cookies.put(COOKIE, other.cookie(COOKIE));
        assertThat(pin.submit("/access", "pin", OFFICE.pin(ANA)).text()).startsWith("inside");
        assertThat(browser.cookies).doesNotContainKey(COOKIE);
    }

    @Test
    @DisplayName("W01: the cookie is locked and sealed: neither number nor datum is in a URL, a header or a cookie")
    void sealed() {
        number(browser, "number", ANA.typedNumber());
        browser.get("/login/clave")
                .submit("/identify", "number", ANA.typedNumber(), "contrast", ANA.typedWrongContrast());
        assertThat(browser.setCookies())
                .filteredOn(cookie -> cookie.startsWith(COOKIE + "="))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict", "; Max-Age=600")
                        .startsWith(COOKIE + "=" + KEYS.current().id() + "."));
        browser.answers.forEach(
                answer -> assertThat(answer.uri() + " " + answer.headers().map())
                        .doesNotContain(ANA.typedNumber(), ANA.typedContrast(), ANA.typedWrongContrast()));
        String first = browser.cookie(COOKIE);
        number(browser, "number", ANA.typedNumber());
        assertThat(browser.cookie(COOKIE)).isNotEqualTo(first);
    }

    @Test
    void a_login_in_two_screens_goes_on_at_another_node_and_after_a_rotation_of_the_keys() {
        Page second = number(browser, "number", ANA.typedNumber());
        int node = OFFICE.addNode(Map.of(), Keys.class);
        KEYS.rotate();
        assertThat(datum(second.browser().at(node).get("/login/clave"), ANA.typedContrast())
                        .offers("/pin"))
                .isTrue();
    }

    @Test
    void without_a_key_ring_each_process_seals_for_itself() {
        try (Office alone = Office.open()) {
            Browser here = alone.browser();
            number(here, "number", ANA.typedNumber());
            assertThat(shown(here.get("/login/clave"))).contains(ANA.typedNumber());
            int other = alone.addNode(Map.of());
            assertThat(shown(here.at(other).get("/login/clave"))).doesNotContain("value=");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", ".", "x.", ".x", "%00", "ephemeral.AAAA", "é", "<script>", "A.B.C", "fake-1.====", "~"})
    void a_forged_cookie_is_none(String forged) {
        browser.cookies.put(COOKIE, forged);
        Page page = browser.get("/login/clave");
        assertThat(page.status()).isIn(200, 400);
        assertThat(page.html()).doesNotContain("<script>");
        if (page.status() == 200) {
            assertThat(shown(page)).doesNotContain("value=");
        }
    }

    @Test
    void a_cookie_that_was_changed_anywhere_is_none() {
        number(browser, "number", ANA.typedNumber());
        String whole = browser.cookie(COOKIE);
        for (int at = 0; at < whole.length() - 1; at++) {
            char other = whole.charAt(at) == 'A' ? 'B' : 'A';
            browser.cookies.put(COOKIE, whole.substring(0, at) + other + whole.substring(at + 1));
            assertThat(shown(browser.get("/login/clave"))).as("at " + at).doesNotContain("value=");
        }
        for (int end : new int[] {1, 20, 30, whole.length() - 1}) {
            browser.cookies.put(COOKIE, whole.substring(0, end));
            assertThat(shown(browser.get("/login/clave"))).as("cut at " + end).doesNotContain("value=");
        }
    }

    @Test
    void when_the_keys_fail_the_page_says_so() {
        Page login = browser.get("/login/clave");
        number(browser, "number", ANA.typedNumber());
        KEYS.failAlways();
        assertThat(login.submitTo("/login/clave/number", "/identify", "number", ANA.typedNumber())
                        .text())
                .contains("cannot go on right now");
    }

    /** Keys that both nodes have. */
    @Configuration(proxyBeanMethods = false)
    static class Keys {
        @Bean
        KeyRing keys() {
            return KEYS;
        }
    }
}
