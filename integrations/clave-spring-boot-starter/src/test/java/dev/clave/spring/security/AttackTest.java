package dev.clave.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.Level;
import dev.clave.spring.security.Browser.Page;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes by HTTP from somebody who means harm. */
class AttackTest {
    private static final Office OFFICE = Office.open();
    private static final FakePerson ANA = FakePeople.ANA;

    private final Browser browser = OFFICE.browser();

    @BeforeEach
    void tomorrow() {
        OFFICE.clock.advance(Duration.ofDays(10));
    }

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    private Page pinPage() {
        return OFFICE.askPin(browser.get("/"), ANA);
    }

    private String right() {
        return OFFICE.pin(ANA);
    }

    @Test
    @DisplayName("W02: a form without its CSRF token, or with another browser's, is refused, and so is a GET")
    void csrf() {
        Page pin = pinPage();
        String foreign =
                OFFICE.browser().get("/login/clave").hidden("/identify").get("_csrf");
        for (String step : List.of("identify", "pin", "access", "cancel")) {
            String path = "/login/clave/" + step;
            assertThat(browser.once("POST", path, Map.of("pin", right())).status())
                    .isEqualTo(403);
            assertThat(browser.once("POST", path, Map.of("pin", right(), "_csrf", foreign))
                            .status())
                    .isEqualTo(403);
            assertThat(browser.get(path + "?pin=" + right()).text()).doesNotContain("inside");
        }
        assertThat(browser.cookies).doesNotContainKey("JSESSIONID");
        assertThat(pin.submit("/access", "pin", right()).text()).startsWith("inside");
    }

    @Test
    @DisplayName("W05: the session id changes at the grant, and an id that was planted is worth nothing")
    void fixation() {
        OFFICE.logIn(browser, ANA);
        OFFICE.clock.advance(Duration.ofMinutes(2));
        String planted = browser.cookies.get("JSESSIONID");
        Browser attacker = browser.copy();
        OFFICE.askPin(browser.get("/login/clave?renew=true"), ANA).submit("/access", "pin", right());
        assertThat(browser.cookies.get("JSESSIONID")).isNotEqualTo(planted);
        assertThat(browser.get("/").text()).contains("inside: " + ANA.subject());
        assertThat(attacker.get("/").path()).isEqualTo("/login/clave");
        Browser invented = OFFICE.browser();
        invented.cookies.put("JSESSIONID", "0123456789ABCDEF0123456789ABCDEF");
        OFFICE.clock.advance(Duration.ofMinutes(2));
        assertThat(OFFICE.logIn(invented, ANA).text()).startsWith("inside");
        assertThat(invented.cookies.get("JSESSIONID")).isNotEqualTo("0123456789ABCDEF0123456789ABCDEF");
    }

    @Test
    @DisplayName("F01: a login that was used is used: neither its cookie nor its PIN lets in again")
    void replay() {
        Page pin = pinPage();
        Browser thief = browser.copy();
        pin.submit("/access", "pin", right());
        Page again = thief.get("/login/clave");
        assertThat(again.text()).contains("already been used");
        assertThat(again.offers("/access")).isFalse();
        assertThat(thief.get("/").path()).isEqualTo("/login/clave");
    }

    @Test
    @DisplayName("F01: a recorded POST of a grant, sent again, grants nothing")
    void recorded() {
        Page pin = pinPage();
        Map<String, String> fields = pin.hidden("/access");
        fields.put("pin", right());
        Browser recorder = browser.copy();
        pin.submit("/access", "pin", right());
        Page replayed = recorder.once("POST", "/login/clave/access", fields);
        assertThat(replayed.status()).isEqualTo(303);
        assertThat(replayed.header("Location")).isEqualTo("/login/clave");
        assertThat(recorder.cookies).doesNotContainKey("JSESSIONID");
    }

    @Test
    @DisplayName("F06: the handle of another browser's login makes no use of this one's PIN")
    void foreignHandle() {
        pinPage();
        Browser other = OFFICE.browser();
        Page others = OFFICE.askPin(other.get("/"), FakePeople.CAROL);
        assertThat(others.submit("/access", "pin", right()).text()).doesNotContain("inside");
        String own = browser.cookie("__Host-clave-login");
        browser.cookies.put("__Host-clave-login", other.cookie("__Host-clave-login"));
        assertThat(browser.get("/login/clave").submit("/access", "pin", right()).text())
                .doesNotContain("inside");
        browser.cookies.put("__Host-clave-login", own);
        assertThat(browser.get("/login/clave").submit("/access", "pin", right()).text())
                .startsWith("inside");
    }

    @Test
    @DisplayName("S01: of sixteen parallel submits of the right PIN one gets a session")
    void parallel() throws Exception {
        Page pin = pinPage();
        Map<String, String> fields = pin.hidden("/access");
        fields.put("pin", right());
        List<Browser> copies =
                IntStream.range(0, 16).mapToObj(i -> browser.copy()).toList();
        CyclicBarrier start = new CyclicBarrier(copies.size());
        ExecutorService pool = Executors.newFixedThreadPool(copies.size());
        try {
            List<Future<Page>> pages = copies.stream()
                    .map(copy -> pool.submit(() -> {
                        start.await();
                        return copy.once("POST", "/login/clave/access", fields);
                    }))
                    .toList();
            for (Future<Page> page : pages) {
                assertThat(page.get().status()).isEqualTo(303);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(copies)
                .filteredOn(copy -> copy.cookies.containsKey("JSESSIONID"))
                .hasSize(1);
        Browser clickedTwice = copies.get(0);
        copies.forEach(copy -> clickedTwice.cookies.putAll(copy.cookies));
        assertThat(clickedTwice.get("/login/clave").text()).startsWith("inside");
    }

    @Test
    @DisplayName("S02: of sixteen parallel wrong PINs three are compared")
    void parallelWrong() throws Exception {
        Page pin = pinPage();
        long before = OFFICE.clave.counts().getOrDefault("verify.WrongPin", 0L);
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<Future<Page>> pages = IntStream.range(0, 16)
                    .mapToObj(i -> browser.copy())
                    .map(copy -> pool.submit(() -> {
                        Map<String, String> fields = pin.hidden("/access");
                        fields.put("pin", right().charAt(0) == 'A' ? "BBBBBB" : "AAAAAA");
                        return copy.once("POST", "/login/clave/access", fields);
                    }))
                    .toList();
            for (Future<Page> page : pages) {
                assertThat(page.get().header("Location")).isEqualTo("/login/clave");
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(OFFICE.clave.counts().getOrDefault("verify.WrongPin", 0L) - before)
                .isEqualTo(3);
    }

    @Test
    void the_host_header_is_not_listened_to() {
        Page page = browser.once("GET", "/tax/1", Map.of());
        assertThat(page.header("Location")).isEqualTo("/login/clave");
    }

    @ParameterizedTest
    @ValueSource(strings = {"level", "sign", "renew", "route", "code", "again"})
    @DisplayName("W04: what a client writes into a field is not in a header or a page")
    void injection(String field) {
        String payload = "\"><script>alert(1)</script>\r\nSet-Cookie: injected=1\r\n\r\n<x";
        Page login = browser.get("/login/clave");
        Page answer = login.post("/identify", "number", payload, "contrast", payload, field, payload);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).startsWith("/login/clave").doesNotContain("script");
        Page pin = pinPage();
        Page second = pin.submit("/pin", field, payload);
        assertThat(second.html()).doesNotContain("alert(1)");
        assertThat(browser.setCookies()).noneMatch(cookie -> cookie.contains("injected"));
        assertThat(browser.cookies).doesNotContainKey("injected");
    }

    @Test
    @DisplayName("W01: no PIN, number, datum or phone is in a URL, a header, a cookie or a page")
    void nothingPersonal() {
        Page pin = pinPage();
        String secret = right();
        pin.submit("/access", "pin", secret);
        List<String> hidden = List.of(
                ANA.typedNumber(),
                ANA.number().value(),
                ANA.typedContrast(),
                ANA.phone().value(),
                secret);
        browser.answers.forEach(answer -> {
            String all = answer.uri() + " " + answer.headers().map() + " " + answer.body();
            assertThat(all).doesNotContain(hidden);
        });
    }

    @Test
    @DisplayName("F09: what a client puts into the locked code field changes nothing")
    void lockedCode() {
        Page pin = pinPage();
        assertThat(pin.submit("/access", "pin", right(), "code", "XXXX").text()).startsWith("inside");
    }

    @Test
    void a_level_that_a_client_writes_is_not_a_level_that_it_has() {
        Page login = browser.get("/login/clave?level=ADVANCED");
        assertThat(login.hidden("/identify")).containsEntry("level", "ADVANCED");
        FakePerson basic = FakePeople.ANA;
        Page page = login.submit("/identify", "number", basic.typedNumber(), "contrast", basic.typedContrast());
        boolean advanced = basic.person().level() == Level.ADVANCED;
        assertThat(page.offers("/pin")).isEqualTo(advanced);
        assertThat(OFFICE.browser().get("/login/clave?level=GOD").hidden("/identify"))
                .doesNotContainKey("level");
    }
}
