package dev.clave.example.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.example.office.Visitor.Page;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attacker tries with the pages of an office, by HTTP. */
class AttackTest extends ClosedOffice {
    private static final List<FakePerson> CROWD = FakePeople.crowd(40);

    @Test
    void no_page_header_or_address_says_what_is_secret() {
        Visitor ana = visitor();
        Page data = inside(ana, FakePeople.ANA);
        data.press("Sign out");
        String pin = sms.phoneOf(FakePeople.ANA).lastPin();
        ana.answers.forEach(
                answer -> assertThat(answer.body() + answer.headers().map())
                        .doesNotContain(pin, FakePeople.ANA.typedContrast(), "2031-03-15", "600000018"));
        assertThat(ana.paths().replace("?signed-out", "")).doesNotContain(pin, "99999018", "15-03-2031", "?");
        assertThat(ana.setCookies()).noneMatch(cookie -> cookie.contains("99999018"));
    }

    @Test
    void every_page_forbids_scripts_of_others_frames_and_copies() {
        Visitor ana = visitor();
        inside(ana, CROWD.get(0));
        ana.get("/claim");
        ana.get("/no-such-page");
        ana.answers.forEach(answer -> {
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElse("");
            assertThat(policy)
                    .contains(
                            "default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'self'");
            assertThat(policy).doesNotContain("unsafe", "*", "data:");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.body()).doesNotContain(" style=", "<style", "<script>", "javascript:", " onclick");
        });
    }

    @Test
    void every_cookie_is_http_only_secure_and_of_this_site() {
        Visitor ana = visitor();
        ana.get("/?lang=eu");
        ana.get("/?lang=en");
        inside(ana, CROWD.get(1)).press("Sign out");
        assertThat(ana.setCookies())
                .hasSizeGreaterThan(5)
                .allSatisfy(cookie -> assertThat(cookie)
                        .containsIgnoringCase("HttpOnly")
                        .containsIgnoringCase("Secure")
                        .containsPattern("(?i)SameSite=(Strict|Lax)")
                        .contains("Path=/"));
        assertThat(ana.setCookies()).noneMatch(cookie -> cookie.contains("Domain"));
    }

    @Test
    void there_is_no_session_before_the_grant_and_a_fixed_one_is_not_taken() {
        Visitor victim = visitor();
        victim.cookies.put("__Host-office", "0123456789ABCDEF0123456789ABCDEF");
        Page enter = identified(victim.get("/my-data"), CROWD.get(2)).press("Obtain PIN");
        assertThat(victim.setCookies()).noneMatch(cookie -> cookie.startsWith("__Host-office="));
        enter.press("Access", "pin", sms.phoneOf(CROWD.get(2)).lastPin());
        assertThat(victim.cookies.get("__Host-office")).isNotEqualTo("0123456789ABCDEF0123456789ABCDEF");
        assertThat(victim.get("/my-data").heading()).isEqualTo("My data");
    }

    @Test
    void a_form_without_its_token_or_with_that_of_another_browser_changes_nothing() {
        Visitor ana = visitor();
        Page number = ana.get("/login");
        refused(ana, number, "Continue");
        Page contrast = number.press("Continue", "number", CROWD.get(3).typedNumber());
        refused(ana, contrast, "Continue", "contrast", CROWD.get(3).typedContrast());
        Page obtain = contrast.press("Continue", "contrast", CROWD.get(3).typedContrast());
        refused(ana, obtain, "Obtain PIN");
        assertThat(sms.phoneOf(CROWD.get(3)).received()).isZero();
        Page enter = obtain.press("Obtain PIN");
        refused(ana, enter, "Access", "pin", sms.phoneOf(CROWD.get(3)).lastPin());
        refused(ana, enter, "Cancel");
        Page data = enter.press("Access", "pin", sms.phoneOf(CROWD.get(3)).lastPin());
        refused(ana, data, "Sign out");
        refused(ana, ana.get("/claim"), "Continue", "words", "Mine.");
        assertThat(ana.get("/my-data").heading()).isEqualTo("My data");
    }

    private void refused(Visitor browser, Page page, String button, String... typed) {
        Map<String, String> fields = new HashMap<>(page.fields(button));
        for (int i = 0; i < typed.length; i += 2) {
            fields.put(typed[i], typed[i + 1]);
        }
        Map<String, String> without = new HashMap<>(fields);
        assertThat(without.remove("_csrf")).isNotNull();
        assertThat(browser.once("POST", page.action(button), without).status()).isEqualTo(403);
        Map<String, String> foreign = new HashMap<>(fields);
        foreign.put(
                "_csrf",
                Objects.requireNonNull(
                        visitor().get("/login").fields("Continue").get("_csrf")));
        assertThat(browser.once("POST", page.action(button), foreign).status()).isEqualTo(403);
    }

    @Test
    void a_form_that_is_sent_by_get_changes_nothing() {
        Visitor ana = visitor();
        Page enter = identified(ana.get("/my-data"), CROWD.get(4)).press("Obtain PIN");
        String pin = sms.phoneOf(CROWD.get(4)).lastPin();
        for (String step : List.of("identify", "number", "pin", "access", "cancel")) {
            ana.once(
                    "GET",
                    "/login/clave/" + step + "?pin=" + pin + "&again=true&_csrf="
                            + enter.fields("Access").get("_csrf"),
                    Map.of());
        }
        assertThat(sms.phoneOf(CROWD.get(4)).received()).isEqualTo(1);
        assertThat(ana.get("/my-data").heading()).isEqualTo("Enter the PIN");
        assertThat(ana.get("/login").press("Access", "pin", pin).heading()).isEqualTo("My data");
    }

    @Test
    void a_code_that_is_changed_in_the_locked_field_changes_nothing() {
        Page enter = identified(visitor().get("/my-data"), CROWD.get(5)).press("Obtain PIN");
        String code = enter.value("code");
        Page wrong = enter.press("Access", "code", "ABCD", "pin", "ZZZZZZ");
        assertThat(wrong.value("code")).isEqualTo(code);
        assertThat(wrong.press(
                                "Access",
                                "code",
                                "ABCD",
                                "pin",
                                sms.phoneOf(CROWD.get(5)).lastPin())
                        .heading())
                .isEqualTo("My data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "${7919*7907}",
                "__${7919*7907}__::x",
                "[[${7919*7907}]]",
                "\u202e99999018D"
            })
    void what_is_typed_is_text_and_nothing_else(String hostile) {
        Visitor mallory = visitor();
        Page number = mallory.get("/login").press("Continue", "number", hostile);
        assertThat(number.status()).isEqualTo(200);
        assertThat(number.notice()).isNotEmpty();
        Page obtain = identified(mallory.get("/login"), CROWD.get(6 + Math.floorMod(hostile.hashCode(), 20)));
        Page code =
                obtain.offers("Obtain PIN") ? obtain.press("Obtain PIN", "customise", "true", "code", hostile) : obtain;
        mallory.answers.forEach(
                answer -> assertThat(answer.body()).doesNotContain("<script>alert", "<img src=x", "62615533"));
        assertThat(code.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/\\evil.example",
                "/%0d%0aSet-Cookie:x=1",
                "javascript:alert(1)"
            })
    void no_parameter_leads_out_of_the_office(String target) {
        Visitor ana = visitor();
        for (String name : List.of("continue", "redirect", "to", "next", "lang", "sign", "level")) {
            ana.get("/login?" + name + "="
                    + java.net.URLEncoder.encode(target, java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(ana.paths()).doesNotContain("Location: //", "\nhttp://evil", " https://evil");
        ana.answers.forEach(
                answer -> assertThat(answer.headers().firstValue("Location").orElse("/"))
                        .startsWith("/")
                        .doesNotStartWith("//"));
    }

    @Test
    void a_host_that_is_not_ours_is_never_repeated() throws java.io.IOException {
        List<String> answers = new ArrayList<>();
        for (String path : List.of("/", "/my-data", "/login", "/no-such-page", "/claim")) {
            answers.add(RawRequest.get(
                    port,
                    path,
                    "Host: evil.example",
                    "X-Forwarded-Host: evil.example",
                    "Forwarded: host=evil.example"));
        }
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer).doesNotContain("evil.example").startsWith("HTTP/1.1"));
    }

    @Test
    void a_known_and_an_unknown_person_get_the_same_page() {
        Page known = visitor()
                .get("/login")
                .press("Continue", "number", CROWD.get(30).typedNumber())
                .press("Continue", "contrast", CROWD.get(30).typedWrongContrast());
        Page unknown = visitor()
                .get("/login")
                .press("Continue", "number", FakePeople.ULISES.typedNumber())
                .press("Continue", "contrast", CROWD.get(30).typedWrongContrast());
        assertThat(masked(unknown)).isEqualTo(masked(known));
    }

    private static String masked(Page page) {
        return page.document()
                .html()
                .replaceAll("[0-9]{8}[A-Z]", "NUMBER")
                .replaceAll("(_csrf\" value=\")[^\"]*", "$1");
    }

    @Test
    void the_phone_and_its_people_are_not_there_without_the_demo() {
        Visitor mallory = visitor();
        assertThat(mallory.get("/phone").heading()).isEqualTo("Identify yourself");
        inside(mallory, CROWD.get(31));
        for (String path : List.of("/phone", "/phone/app", "/phone/app/answer", "/phone/assets/app.js")) {
            assertThat(mallory.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(visitor().get("/").document().text()).doesNotContain("99999018D", "Demonstration");
    }
}
