package dev.clave.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spring.security.Browser.Page;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application that has the starter and says nothing about security: whoever wants in logs in by clave. */
class LoginTest {
    private static final Office OFFICE = Office.open();

    private final Browser browser = OFFICE.browser();

    @BeforeEach
    void tomorrow() {
        OFFICE.clock.advance(Duration.ofDays(10));
        OFFICE.people.recover();
    }

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    @Test
    void a_person_goes_where_they_wanted_to_go() {
        Page login = browser.get("/tax/2025?page=2");
        assertThat(login.path()).isEqualTo("/login/clave");
        Page inside = OFFICE.askPin(login, FakePeople.ANA).submit("/access", "pin", OFFICE.pin(FakePeople.ANA));
        assertThat(inside.path()).isEqualTo("/tax/2025?page=2");
        assertThat(inside.text())
                .contains("inside: " + FakePeople.ANA.subject(), "FACTOR_CLAVE", "CLAVE_ROUTE_SMS", "ROLE_USER");
        assertThat(browser.get("/").text()).startsWith("inside");
    }

    @Test
    void every_kind_of_document_lets_in() {
        for (FakePerson person : List.of(FakePeople.BREIXO, FakePeople.CAROL, FakePeople.DIETER, FakePeople.EDURNE)) {
            assertThat(OFFICE.logIn(OFFICE.browser(), person).text())
                    .as(person.name())
                    .contains("inside: " + person.subject());
        }
    }

    @Test
    void there_is_no_session_before_the_grant_and_each_cookie_is_locked() {
        Page pin = OFFICE.askPin(browser.get("/tax/2025"), FakePeople.ANA);
        assertThat(browser.cookies).containsOnlyKeys("__Host-clave-login", "__Host-clave-return", "__Host-clave-csrf");
        pin.submit("/access", "pin", OFFICE.pin(FakePeople.ANA));
        assertThat(browser.cookies).containsKey("JSESSIONID").doesNotContainKey("__Host-clave-login");
        assertThat(browser.setCookies())
                .filteredOn(cookie -> cookie.startsWith("__Host-"))
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("; Path=/", "; Secure", "; HttpOnly")
                        .contains(cookie.startsWith("__Host-clave-csrf=") ? "; SameSite=Lax" : "; SameSite=Strict"));
    }

    @Test
    void pages_are_not_kept_and_run_no_scripts() {
        for (Page page : List.of(browser.get("/login/clave"), OFFICE.askPin(browser.get("/"), FakePeople.ANA))) {
            assertThat(page.header("Cache-Control")).contains("no-store");
            assertThat(page.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'")
                    .contains("form-action");
            assertThat(page.html()).doesNotContain("<script", "style=").doesNotContainPattern("\\son[a-z]+=");
        }
    }

    @Test
    void a_wrong_pin_costs_one_attempt_however_often_the_page_is_loaded() {
        Page pin = OFFICE.askPin(browser.get("/"), FakePeople.ANA);
        Page wrong = pin.submit("/access", "pin", wrong(FakePeople.ANA));
        assertThat(wrong.path()).isEqualTo("/login/clave");
        assertThat(wrong.text()).contains("2 attempts left");
        assertThat(browser.get("/login/clave").text()).doesNotContain("attempts left");
        assertThat(browser.get("/login/clave")
                        .submit("/access", "pin", wrong(FakePeople.ANA))
                        .text())
                .contains("1 attempt left");
        assertThat(browser.get("/login/clave")
                        .submit("/access", "pin", OFFICE.pin(FakePeople.ANA))
                        .text())
                .startsWith("inside");
    }

    @Test
    void after_three_wrong_pins_the_login_begins_again() {
        Page page = OFFICE.askPin(browser.get("/"), FakePeople.ANA);
        for (int i = 0; i < 3; i++) {
            page = page.submit("/access", "pin", wrong(FakePeople.ANA));
        }
        assertThat(page.offers("/identify")).isTrue();
        assertThat(browser.cookies).doesNotContainKey("__Host-clave-login");
        OFFICE.clock.advance(Duration.ofMinutes(1));
        assertThat(OFFICE.logIn(browser, FakePeople.ANA).text()).startsWith("inside");
    }

    @Test
    void what_is_mistyped_is_told_and_costs_nothing() {
        Page page = browser.get("/login/clave").submit("/identify", "number", "12345678A", "contrast", "x");
        assertThat(page.text()).contains("letter");
        Page pin = OFFICE.askPin(browser.get("/login/clave"), FakePeople.ANA);
        assertThat(pin.submit("/access", "pin", "??").offers("/access")).isTrue();
        assertThat(pin.submit("/access", "pin", OFFICE.pin(FakePeople.ANA)).text())
                .startsWith("inside");
    }

    @Test
    void a_code_of_the_persons_choice_stands_locked_on_the_page() {
        Page obtain = browser.get("/login/clave")
                .submit(
                        "/identify",
                        "number",
                        FakePeople.ANA.typedNumber(),
                        "contrast",
                        FakePeople.ANA.typedContrast());
        Page wrong = obtain.submit("/pin", "customise", "on", "code", "ñ");
        assertThat(wrong.offers("/pin")).isTrue();
        assertThat(OFFICE.sms.phoneOf(FakePeople.ANA).lastPin()).isNotNull();
        Page page = wrong.submit("/pin", "customise", "on", "code", "gato");
        assertThat(page.html()).contains("value=\"GATO\" readonly");
    }

    @Test
    void another_pin_can_be_asked_for_and_the_first_is_dead() {
        Page page = OFFICE.askPin(browser.get("/"), FakePeople.ANA);
        String first = OFFICE.pin(FakePeople.ANA);
        assertThat(page.submit("/pin").text()).contains("wait");
        OFFICE.clock.advance(Duration.ofSeconds(60));
        Page again = browser.get("/login/clave").submit("/pin");
        assertThat(again.submit("/access", "pin", first).offers("/access")).isTrue();
        assertThat(again.submit("/access", "pin", OFFICE.pin(FakePeople.ANA)).text())
                .startsWith("inside");
    }

    @Test
    void an_expired_pin_leads_to_another_one() {
        OFFICE.askPin(browser.get("/"), FakePeople.ANA);
        OFFICE.clock.advance(Duration.ofMinutes(10));
        Page page = browser.get("/login/clave");
        assertThat(page.text()).contains("expired");
        assertThat(page.submit("/pin")
                        .submit("/access", "pin", OFFICE.pin(FakePeople.ANA))
                        .text())
                .startsWith("inside");
    }

    @Test
    void a_login_can_be_cancelled() {
        Page page = OFFICE.askPin(browser.get("/"), FakePeople.ANA);
        Browser other = browser.copy();
        assertThat(page.submit("/cancel").offers("/identify")).isTrue();
        assertThat(other.get("/login/clave").offers("/identify")).isTrue();
    }

    @Test
    void strangers_and_wrong_data_get_the_same_page() {
        String wrong = refused(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedWrongContrast());
        String nobody = refused(FakePeople.crowd(1).get(0).typedNumber(), FakePeople.ANA.typedContrast());
        assertThat(wrong).isEqualTo(nobody).contains("role=\"alert\"");
    }

    private static String refused(String number, String contrast) {
        return OFFICE.browser()
                .get("/login/clave")
                .submit("/identify", "number", number, "contrast", contrast)
                .html()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replace(" value=\"" + number + "\"", " value=\"what was typed\"");
    }

    @Test
    void who_is_inside_is_not_asked_again_and_can_leave() {
        OFFICE.logIn(browser, FakePeople.ANA);
        assertThat(browser.get("/login/clave").text()).startsWith("inside");
        String token =
                browser.get("/login/clave?renew=true").hidden("/identify").get("_csrf");
        assertThat(token).isNotEmpty();
    }

    @Test
    void a_page_is_in_the_language_of_the_browser_even_when_it_changes_in_the_middle() {
        for (String language : List.of("es", "ca", "ca-ES-valencia", "gl", "eu", "en")) {
            assertThat(OFFICE.browser().in(language).get("/login/clave").html()).contains("<html lang=\"" + language);
        }
        assertThat(OFFICE.browser().in("de, pt;q=0.5").get("/login/clave").html())
                .contains("<html lang=\"es\"");
        OFFICE.askPin(browser.in("eu").get("/login/clave"), FakePeople.ANA);
        Page changed = browser.in("en").get("/login/clave");
        assertThat(changed.html()).contains("<html lang=\"en\"");
        assertThat(changed.submit("/access", "pin", wrong(FakePeople.ANA)).text())
                .contains("2 attempts left");
    }

    @Test
    void when_something_fails_the_page_says_so_and_nobody_is_let_in() {
        Page login = browser.get("/login/clave");
        OFFICE.people.failAlways();
        Page closed = login.submit(
                "/identify", "number", FakePeople.ANA.typedNumber(), "contrast", FakePeople.ANA.typedContrast());
        assertThat(closed.text()).contains("cannot go on right now");
        OFFICE.people.recover();
        Page pin = OFFICE.askPin(browser.get("/login/clave"), FakePeople.ANA);
        OFFICE.people.failAlways();
        assertThat(pin.submit("/access", "pin", OFFICE.pin(FakePeople.ANA)).text())
                .contains("cannot go on right now");
        OFFICE.people.recover();
        assertThat(browser.get("/").path()).isEqualTo("/login/clave");
    }

    @Test
    void a_browser_that_has_logged_in_is_known_the_next_time() {
        OFFICE.logIn(browser, FakePeople.ANA);
        assertThat(browser.cookies).containsKey("__Host-clave-browser");
        Browser stranger = OFFICE.browser();
        for (int i = 0; i < 51; i++) {
            stranger.get("/login/clave")
                    .submit(
                            "/identify",
                            "number",
                            FakePeople.ANA.typedNumber(),
                            "contrast",
                            FakePeople.ANA.typedWrongContrast());
        }
        assertThat(OFFICE.browser()
                        .get("/login/clave")
                        .submit(
                                "/identify",
                                "number",
                                FakePeople.ANA.typedNumber(),
                                "contrast",
                                FakePeople.ANA.typedContrast())
                        .text())
                .contains("wait");
        browser.cookies.remove("JSESSIONID");
        OFFICE.clock.advance(Duration.ofMinutes(1));
        assertThat(OFFICE.logIn(browser, FakePeople.ANA).text()).startsWith("inside");
    }

    @Test
    void a_login_begun_on_one_node_ends_on_another() {
        try (Office two = Office.open()) {
            int second = two.addNode(Map.of());
            Page pin = two.askPin(two.browser().get("/tax/2025"), FakePeople.ANA);
            Browser moved = pin.browser().at(second);
            assertThat(moved.get("/login/clave")
                            .submit("/access", "pin", two.pin(FakePeople.ANA))
                            .text())
                    .startsWith("inside");
        }
    }

    static String wrong(FakePerson person) {
        String pin = OFFICE.pin(person);
        return (pin.charAt(0) == 'A' ? 'B' : 'A') + pin.substring(1);
    }
}
