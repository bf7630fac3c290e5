package dev.clave.spring.security;

import static dev.clave.spring.security.ClaveLoginConfigurer.claveLogin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

import dev.clave.spi.Level;
import dev.clave.spring.security.Browser.Page;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.parameters.P;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Pages and methods for which an ordinary login is not enough; and a form login beside. */
class StepUpTest {
    private static final AtomicReference<String> TEXT = new AtomicReference<>("I ask for <b>this</b>.");
    private static final FakePerson ANA = FakePeople.ANA.with(person -> person.withLevel(Level.BASIC));
    private static final FakePerson CAROL = FakePeople.CAROL.with(person -> person.withLevel(Level.ADVANCED));
    private static final Office OFFICE = Office.open(Rules.class);

    private final Browser browser = OFFICE.browser();

    @BeforeEach
    void tomorrow() {
        OFFICE.clock.advance(Duration.ofDays(10));
        OFFICE.people.put(ANA).put(CAROL);
        TEXT.set("I ask for <b>this</b>.");
    }

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    private Page finish(Page login, FakePerson person) {
        return OFFICE.askPin(login, person).submit("/access", "pin", OFFICE.pin(person));
    }

    private void withPassword(String name) {
        Page form = browser.get("/login");
        assertThat(form.submit("/login", "username", name, "password", "secret").status())
                .isEqualTo(200);
    }

    @Test
    void a_page_of_the_advanced_level_asks_who_has_not_proven_it() {
        for (String path : new String[] {"/advanced/1", "/authority", "/method/level"}) {
            browser.cookies.clear();
            OFFICE.clock.advance(Duration.ofDays(1));
            withPassword("clerk");
            Page login = browser.get(path);
            assertThat(login.path()).as(path).startsWith("/login/clave?level=ADVANCED");
            Page page = finish(login, CAROL);
            assertThat(page.path()).isEqualTo(path);
            assertThat(page.text()).contains(CAROL.subject());
        }
    }

    @Test
    void who_is_registered_at_the_basic_level_is_told_so_and_is_not_sent_round_in_circles() {
        finish(browser.get("/login/clave"), ANA);
        assertThat(browser.get("/").text()).contains(ANA.subject());
        OFFICE.clock.advance(Duration.ofMinutes(1));
        Page login = browser.get("/advanced/1");
        assertThat(login.path()).startsWith("/login/clave?level=ADVANCED");
        Page told = login.submit("/identify", "number", ANA.typedNumber(), "contrast", ANA.typedContrast());
        assertThat(told.text()).contains("registration");
        assertThat(told.path()).isEqualTo(login.path());
        assertThat(browser.get("/").text()).contains(ANA.subject());
    }

    @Test
    void a_text_is_shown_signed_and_the_page_behind_it_opens() {
        finish(browser.get("/login/clave"), ANA);
        OFFICE.clock.advance(Duration.ofMinutes(1));
        Page login = browser.get("/forms/17/filed");
        assertThat(login.path()).isEqualTo("/login/clave?sign=17");
        assertThat(login.html()).contains("<pre>I ask for &lt;b&gt;this&lt;/b&gt;.</pre>");
        Page filed = finish(login, ANA);
        assertThat(filed.path()).isEqualTo("/forms/17/filed");
        assertThat(filed.text()).contains("filed by " + ANA.subject());
        assertThat(OFFICE.sms.phoneOf(ANA).lastText()).contains("Form 17");
        assertThat(browser.get("/method/17").text()).contains("filed by");
        assertThat(browser.get("/").text()).contains("FACTOR_CLAVE", "CLAVE_SIGNED_");
    }

    @Test
    @DisplayName("F12: one text was signed, and no other; and a text that changes on the way is not signed")
    void otherText() {
        finish(browser.get("/login/clave"), ANA);
        OFFICE.clock.advance(Duration.ofMinutes(1));
        Page pin = OFFICE.askPin(browser.get("/forms/17/filed"), ANA);
        TEXT.set("I ask for something else.");
        assertThat(pin.submit("/access", "pin", OFFICE.pin(ANA)).text()).doesNotContain("filed by");
        TEXT.set("I ask for <b>this</b>.");
        assertThat(browser.get("/login/clave?sign=17")
                        .submit("/access", "pin", OFFICE.pin(ANA))
                        .text())
                .contains("filed by");
        assertThat(browser.get("/forms/18/filed").path()).isEqualTo("/login/clave?sign=18");
        TEXT.set("I ask for something else.");
        assertThat(browser.get("/forms/17/filed").path()).isEqualTo("/login/clave?sign=17");
    }

    @Test
    @DisplayName("F12: a login to identify signs nothing, and one to sign lets nobody in")
    void otherPurpose() {
        finish(browser.get("/login/clave"), ANA);
        OFFICE.clock.advance(Duration.ofMinutes(1));
        Page renew = OFFICE.askPin(browser.get("/login/clave?renew=true"), ANA);
        String identifies = browser.cookie("__Host-clave-login");
        Page sign = browser.get("/login/clave?sign=17");
        browser.cookies.put("__Host-clave-login", identifies + "." + mark());
        Page crossed = browser.get("/login/clave?sign=17").submit("/access", "pin", OFFICE.pin(ANA));
        assertThat(crossed.text()).contains("for something else").doesNotContain("filed");
        OFFICE.clock.advance(Duration.ofMinutes(1));
        OFFICE.askPin(sign, ANA);
        String signs = browser.cookie("__Host-clave-login").split("\\.", 2)[0];
        Browser stranger = OFFICE.browser();
        stranger.cookies.put("__Host-clave-login", signs);
        assertThat(stranger.get("/login/clave")
                        .submit("/access", "pin", OFFICE.pin(ANA))
                        .text())
                .contains("for something else");
        assertThat(renew.browser().get("/").text()).contains(ANA.subject());
        assertThat(stranger.cookies).doesNotContainKey("JSESSIONID");
    }

    /** What the cookie would say, had the login been opened for the text. */
    private static String mark() {
        return Signing.mark(
                        new LoginAsk(Level.BASIC, Optional.of("17"), false),
                        Optional.of(new SignableText("Form 17", String.valueOf(TEXT.get()))))
                .orElseThrow();
    }

    @Test
    void a_signature_by_somebody_else_is_none() {
        finish(browser.get("/login/clave"), ANA);
        Page early = browser.get("/forms/17/filed")
                .submit("/identify", "number", CAROL.typedNumber(), "contrast", CAROL.typedContrast());
        assertThat(early.text()).contains("Nothing was signed");
        browser.cookies.clear();
        withPassword(ANA.subject());
        Page late = finish(browser.get("/forms/17/filed"), CAROL);
        assertThat(late.text()).contains("Nothing was signed");
        assertThat(browser.get("/").text()).contains(ANA.subject()).doesNotContain("CLAVE_SIGNED");
    }

    @Test
    void a_signature_is_added_to_a_login_by_password_and_changes_nothing_else() {
        withPassword(ANA.subject());
        Page filed = finish(browser.get("/forms/17/filed"), ANA);
        assertThat(filed.text()).contains("filed by " + ANA.subject());
        assertThat(browser.get("/").text())
                .contains("ROLE_CLERK", "CLAVE_SIGNED_")
                .doesNotContain("CLAVE_LEVEL");
    }

    @Test
    void nobody_signs_who_is_not_logged_in_and_nothing_that_is_not_there() {
        nothingToSign(browser.get("/login/clave?sign=17"));
        Map<String, String> fields = browser.get("/login/clave").hidden("/identify");
        fields.putAll(Map.of("sign", "17", "number", ANA.typedNumber(), "contrast", ANA.typedContrast()));
        browser.once("POST", "/login/clave/identify", fields);
        assertThat(browser.cookies).doesNotContainKey("__Host-clave-login");
        assertThat(browser.get("/login/clave").text()).contains("no text to be signed");
        finish(browser.get("/login/clave"), ANA);
        nothingToSign(browser.get("/login/clave?sign=99"));
        assertThat(browser.get("/forms/99/filed").status()).isEqualTo(403);
        assertThat(browser.get("/forms/..%2F17/filed").status()).isIn(400, 403);
    }

    private static void nothingToSign(Page page) {
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("Nothing to sign", "no text to be signed");
        assertThat(page.html()).doesNotContain("<form");
    }

    @Test
    void the_session_id_changes_with_a_signature_too() {
        finish(browser.get("/login/clave"), ANA);
        String before = browser.cookie("JSESSIONID");
        OFFICE.clock.advance(Duration.ofMinutes(1));
        finish(browser.get("/forms/17/filed"), ANA);
        assertThat(browser.cookie("JSESSIONID")).isNotEqualTo(before);
    }

    @Test
    void a_form_login_goes_on_as_before() {
        Page page = browser.get("/");
        assertThat(page.path()).isEqualTo("/login");
        assertThat(page.submit("/login", "username", "clerk", "password", "secret")
                        .text())
                .contains("inside: clerk");
        assertThat(OFFICE.browser()
                        .get("/login")
                        .submit("/login", "username", "clerk", "password", "wrong")
                        .path())
                .isEqualTo("/login?error");
    }

    /** Rules of the application's own. */
    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity
    static class Rules {
        @Bean
        SecurityFilterChain chain(HttpSecurity http, ClaveAuthorization clave) {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/advanced/**")
                            .access(clave.atLevel(Level.ADVANCED))
                            .requestMatchers("/authority")
                            .hasAuthority(ClaveAuthorities.LEVEL_ADVANCED)
                            .requestMatchers("/forms/{id}/filed")
                            .access(clave.signed(
                                    request -> request.getVariables().get("id")))
                            .requestMatchers("/error")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .formLogin(withDefaults())
                    .with(claveLogin(), withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService clerks() {
            return new InMemoryUserDetailsManager(
                    User.withUsername("clerk")
                            .password("{noop}secret")
                            .roles("CLERK")
                            .build(),
                    User.withUsername(ANA.subject())
                            .password("{noop}secret")
                            .roles("CLERK")
                            .build());
        }

        @Bean
        SignableTexts texts() {
            return (reference, reader) -> reference.equals("17") || reference.equals("18")
                    ? Optional.of(
                            new SignableText("Form " + reference, TEXT.get() + (reference.equals("18") ? "!" : "")))
                    : Optional.empty();
        }

        @Bean
        Counter counter() {
            return new Counter();
        }
    }

    /** Pages of the application's own. */
    @RestController
    static class Counter {
        @GetMapping({"/advanced/{id}", "/authority"})
        String advanced(Authentication who) {
            return "advanced: " + who.getName();
        }

        @GetMapping("/forms/{id}/filed")
        String filed(Authentication who) {
            return "filed by " + who.getName();
        }

        @GetMapping("/method/level")
        @PreAuthorize("@claveAuthorization.atLevel(authentication, 'ADVANCED')")
        String method(Authentication who) {
            return "advanced: " + who.getName();
        }

        @GetMapping("/method/{id:[0-9]+}")
        @PreAuthorize("@claveAuthorization.signed(authentication, #id)")
        String signed(@PathVariable("id") @P("id") String id, Authentication who) {
            return "filed by " + who.getName() + " " + id.length();
        }
    }
}
