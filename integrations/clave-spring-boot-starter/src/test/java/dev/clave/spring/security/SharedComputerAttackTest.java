package dev.clave.spring.security;

import static dev.clave.spring.security.ClaveLoginConfigurer.claveLogin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

import dev.clave.spring.security.Browser.Page;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What one person leaves to the next: tokens, signatures, cookies. */
class SharedComputerAttackTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final FakePerson CAROL = FakePeople.CAROL;
    private static final Office OFFICE = Office.open(Rules.class);

    private final Browser browser = OFFICE.browser();

    @BeforeEach
    void tomorrow() {
        OFFICE.clock.advance(Duration.ofDays(10));
    }

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    private Page finish(Page login, FakePerson person) {
        return OFFICE.askPin(login, person).submit("/access", "pin", OFFICE.pin(person));
    }

    /** The attacker takes a session and its token, plants the session, and keeps the token. */
    @Test
    void a_csrf_token_that_was_known_before_the_grant_is_worth_nothing_after_it() {
        String known = browser.get("/token").text().strip();
        assertThat(browser.cookies).containsKey("JSESSIONID");
        Page inside = finish(browser.get("/login/clave"), ANA);
        assertThat(inside.text()).contains("inside");
        assertThat(browser.copy()
                        .once("POST", "/logout", Map.of("_csrf", known))
                        .status())
                .isEqualTo(403);
    }

    /** The same by password: what Spring Security promises of each of its logins. */
    @Test
    void control_a_csrf_token_that_was_known_before_a_form_login_is_worth_nothing_after_it() {
        String known = browser.get("/token").text().strip();
        browser.get("/login").submit("/login", "username", "clerk", "password", "secret");
        assertThat(browser.get("/").text()).contains("inside");
        assertThat(browser.copy()
                        .once("POST", "/logout", Map.of("_csrf", known))
                        .status())
                .isEqualTo(403);
    }

    /** Two people of one account: the second has signed nothing. */
    @Test
    void a_signature_does_not_pass_to_another_person_of_the_same_account() {
        finish(browser.get("/login/clave"), ANA);
        OFFICE.clock.advance(Duration.ofMinutes(2));
        assertThat(finish(browser.get("/forms/17/filed"), ANA).text()).contains("filed by");
        OFFICE.clock.advance(Duration.ofMinutes(2));
        browser.once(
                "POST", "/logout", Map.of("_csrf", browser.get("/token").text().strip()));
        finish(browser.get("/login/clave"), CAROL);
        assertThat(browser.get("/who").text()).contains(CAROL.number().masked().toString());
        assertThat(browser.get("/forms/17/filed").text()).doesNotContain("filed by");
    }

    /** A PIN for a signature, of a login that somebody else of the account began and finishes in this one's session. */
    @Test
    void a_signature_by_another_person_of_the_same_account_is_none() {
        finish(browser.get("/login/clave"), CAROL);
        OFFICE.clock.advance(Duration.ofMinutes(2));
        OFFICE.askPin(browser.get("/forms/17/filed"), CAROL);
        String carols = browser.cookie("__Host-clave-login");
        Browser anas = OFFICE.browser();
        finish(anas.get("/login/clave"), ANA);
        anas.cookies.put("__Host-clave-login", carols);
        Page page = anas.get("/login/clave?sign=17").submit("/access", "pin", OFFICE.pin(CAROL));
        assertThat(page.text()).doesNotContain("filed by");
    }

    @Test
    void nobody_takes_over_the_session_of_somebody_else() {
        finish(browser.get("/login/clave"), ANA);
        OFFICE.clock.advance(Duration.ofMinutes(1));
        String before = OFFICE.pin(ANA);
        for (String page : new String[] {"/login/clave?renew=true", "/login/clave?level=ADVANCED"}) {
            Page early = browser.get(page)
                    .submit("/identify", "number", CAROL.typedNumber(), "contrast", CAROL.typedContrast());
            assertThat(early.text()).contains("logged in as somebody else", "Sign out first");
            assertThat(early.offers("/pin")).isFalse();
            Page number = browser.get(page).submitTo("/login/clave/number", "/identify", "number", CAROL.typedNumber());
            assertThat(number.text()).contains("logged in as somebody else");
            assertThat(number.html()).doesNotContain(CAROL.typedNumber());
        }
        assertThat(OFFICE.pin(ANA)).isEqualTo(before);

        Browser carols = OFFICE.browser();
        OFFICE.askPin(carols.get("/login/clave"), CAROL);
        browser.cookies.put("__Host-clave-login", carols.cookie("__Host-clave-login"));
        Page late = browser.get("/login/clave?renew=true").submit("/access", "pin", OFFICE.pin(CAROL));
        assertThat(late.text()).contains("logged in as somebody else");
        assertThat(browser.get("/who").text()).contains(ANA.number().masked().toString());
    }

    /** Who came for the page itself would be sent on at once, and would read nothing. */
    @Test
    void who_did_not_know_that_somebody_is_inside_reads_it_before_going_on() {
        finish(browser.get("/login/clave"), ANA);
        Map<String, String> fields = browser.get("/login/clave?renew=true").hidden("/identify");
        fields.remove("renew");
        fields.put("number", CAROL.typedNumber());
        assertThat(browser.once("POST", "/login/clave/identify", fields).header("Location"))
                .isEqualTo("/login/clave");
        assertThat(browser.get("/login/clave").text()).contains("logged in as somebody else");
        assertThat(browser.get("/login/clave").text()).startsWith("inside");
    }

    /** Two forms of the same words: the message named one. */
    @Test
    void a_signature_of_one_form_is_not_one_of_another_in_the_same_words() {
        finish(browser.get("/login/clave"), ANA);
        OFFICE.clock.advance(Duration.ofMinutes(2));
        assertThat(finish(browser.get("/forms/17/filed"), ANA).text()).contains("filed by");
        assertThat(OFFICE.sms.phoneOf(ANA).lastText()).contains("Form 17");
        assertThat(browser.get("/forms/18/filed").path()).isEqualTo("/login/clave?sign=18");
    }

    @Test
    void a_logout_leaves_no_login_behind_for_the_next_person() {
        finish(browser.get("/login/clave"), ANA);
        OFFICE.clock.advance(Duration.ofMinutes(2));
        OFFICE.askPin(browser.get("/forms/17/filed"), ANA);
        browser.cookies.put("__Host-clave-number", "whatever");
        browser.once(
                "POST", "/logout", Map.of("_csrf", browser.get("/token").text().strip()));
        assertThat(browser.cookies)
                .doesNotContainKeys("__Host-clave-login", "__Host-clave-return", "__Host-clave-number");
    }

    /** Rules of the application's own. */
    @Configuration(proxyBeanMethods = false)
    static class Rules {
        @Bean
        SecurityFilterChain chain(HttpSecurity http, ClaveAuthorization clave) {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/error", "/token")
                            .permitAll()
                            .requestMatchers("/forms/{id}/filed")
                            .access(clave.signed(
                                    request -> request.getVariables().get("id")))
                            .anyRequest()
                            .authenticated())
                    .formLogin(withDefaults())
                    .with(claveLogin(), withDefaults())
                    .build();
        }

        @Bean
        ClaveUsers users() {
            return granted -> new ClaveUser("company-7", List.of(new SimpleGrantedAuthority("ROLE_USER")));
        }

        @Bean
        UserDetailsService clerks() {
            return new InMemoryUserDetailsManager(User.withUsername("clerk")
                    .password("{noop}secret")
                    .roles("CLERK")
                    .build());
        }

        @Bean
        SignableTexts texts() {
            return (reference, reader) -> Optional.of(new SignableText("Form " + reference, "I accept."));
        }

        @Bean
        Own own() {
            return new Own();
        }
    }

    /** Pages of the application's own. */
    @RestController
    static class Own {
        @GetMapping("/token")
        String token(CsrfToken token) {
            return token.getToken();
        }

        @GetMapping("/who")
        String who(Authentication who) {
            return String.valueOf(who.getPrincipal());
        }

        @GetMapping("/forms/{id}/filed")
        String filed(Authentication who) {
            return "filed by " + who.getName();
        }
    }
}
