package dev.clave.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spring.security.Browser.Page;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies that somebody has made, changed or stuffed. */
class CookieAttackTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "AAAA", "%00", "../..", "\"quoted\"", "é", "<script>", "null", "eyJhbGciOiJub25lIn0"})
    void forged_handles_begin_a_login_and_nothing_else(String forged) {
        browser.cookies.put("__Host-clave-login", forged);
        Page page = browser.get("/login/clave");
        assertThat(page.status()).isIn(200, 400);
        assertThat(page.html()).doesNotContain("<script>");
        if (page.status() == 200) {
            assertThat(page.offers("/identify")).isTrue();
        }
    }

    @Test
    void a_handle_with_one_letter_changed_is_garbage() {
        Page pin = pinPage();
        String handle = browser.cookie("__Host-clave-login");
        for (int at : new int[] {0, handle.length() / 2, handle.length() - 2}) {
            char other = handle.charAt(at) == 'A' ? 'B' : 'A';
            browser.cookies.put("__Host-clave-login", handle.substring(0, at) + other + handle.substring(at + 1));
            assertThat(pin.submit("/access", "pin", right()).text()).doesNotContain("inside");
            browser.cookies.put("__Host-clave-login", handle);
        }
        assertThat(browser.get("/login/clave").submit("/access", "pin", right()).text())
                .startsWith("inside");
    }

    @Test
    void oversized_cookies_and_forms_are_refused_and_charge_nothing() {
        Page pin = pinPage();
        browser.cookies.put("__Host-clave-notice", "x".repeat(3000));
        browser.cookies.put("__Host-clave-browser", "y".repeat(2000));
        assertThat(pin.submit("/access", "pin", "A".repeat(1_000_000)).status()).isEqualTo(200);
        assertThat(pin.submit("/pin", "again", "true", "code", "B".repeat(1_500_000))
                        .status())
                .isEqualTo(200);
        Page huge = pin.post("/access", "pin", "A".repeat(3_000_000));
        assertThat(huge.status()).isNotEqualTo(200);
        browser.cookies.remove("__Host-clave-notice");
        assertThat(browser.get("/login/clave").submit("/access", "pin", right()).text())
                .startsWith("inside");
    }

    @Test
    void two_cookies_of_one_name_are_nobodys() {
        pinPage();
        String handle = browser.cookie("__Host-clave-login");
        browser.cookies.put("__Host-clave-login", handle + "; __Host-clave-login=" + handle);
        assertThat(browser.get("/login/clave").offers("/identify")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "/%0d%0aSet-Cookie:x=y",
                "/x\r\nSet-Cookie: a=b",
                "/..//evil.example",
                "/login/clave/cancel",
                "/logout",
                "javascript:alert(1)",
                "/\t/evil.example",
                "evil",
                ""
            })
    void nobody_is_sent_where_a_cookie_says_but_within_the_application(String target) {
        Page pin = pinPage();
        browser.cookies.put(
                "__Host-clave-return",
                Base64.getUrlEncoder().withoutPadding().encodeToString(target.getBytes(StandardCharsets.UTF_8)));
        Page answer = pin.post("/access", "pin", right());
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).startsWith("/").doesNotContain("evil", "\\", "//", "log");
        assertThat(answer.header("Location").length()).isLessThan(30);
        assertThat(browser.setCookies()).noneMatch(cookie -> cookie.startsWith("x=") || cookie.startsWith("a="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mistyped.PIN.HELLO",
                "Mistyped.X.Y",
                "TryLater.-1",
                "TryLater.99999999999999999999",
                "WrongPin.x",
                "WrongPin.999999999999999",
                "Denied.",
                "Denied.BLOCKED.x",
                "Granted",
                "Page.title",
                "Page.",
                "....",
                "TryLater.999999999999999"
            })
    void a_page_says_only_what_clave_can_say(String notice) {
        browser.cookies.put("__Host-clave-notice", notice);
        Page page = browser.get("/login/clave");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).doesNotContain(notice, "HELLO");
        assertThat(browser.cookies).doesNotContainKey("__Host-clave-notice");
    }
}
