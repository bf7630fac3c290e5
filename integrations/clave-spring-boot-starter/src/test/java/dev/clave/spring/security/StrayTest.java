package dev.clave.spring.security;

import static dev.clave.spring.security.ClaveLoginConfigurer.claveLogin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

import dev.clave.spring.security.Browser.Page;
import dev.clave.testkit.FakePeople;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The default chain, and people who click twice, go back, type an address, give up, or leave. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("slow")
class StrayTest {
    private static final Office OFFICE =
            Office.open(Map.of("management.endpoints.web.exposure.include", "*"), Tokens.class);

    private final Browser browser = OFFICE.browser();

    @BeforeEach
    void tomorrow() {
        OFFICE.clock.advance(Duration.ofDays(10));
    }

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    @Test
    void who_sends_the_pin_once_more_after_the_grant_is_inside() {
        Page pin = OFFICE.askPin(browser.get("/tax/2025"), FakePeople.ANA);
        assertThat(pin.submit("/access", "pin", OFFICE.pin(FakePeople.ANA)).text())
                .startsWith("inside");
        String session = browser.cookie("JSESSIONID");
        Page again = pin.post("/access", "pin", OFFICE.pin(FakePeople.ANA));
        assertThat(again.status()).isEqualTo(303);
        assertThat(again.header("Location")).isEqualTo("/");
        assertThat(again.header("Set-Cookie")).isEmpty();
        assertThat(pin.submit("/access", "pin", OFFICE.pin(FakePeople.ANA)).text())
                .startsWith("inside: " + FakePeople.ANA.subject());
        assertThat(browser.cookie("JSESSIONID")).isEqualTo(session);
    }

    @Test
    void nothing_but_that_goes_without_a_token_and_nobody_but_who_is_inside() {
        assertThat(browser.once("POST", "/login/clave/access", Map.of("pin", "AAAAAA"))
                        .status())
                .isEqualTo(403);
        OFFICE.logIn(browser, FakePeople.ANA);
        for (String step : new String[] {"number", "identify", "pin", "cancel"}) {
            assertThat(browser.once("POST", "/login/clave/" + step, Map.of()).status())
                    .as(step)
                    .isEqualTo(403);
        }
        OFFICE.clock.advance(Duration.ofMinutes(2));
        OFFICE.askPin(browser.get("/login/clave?renew=true"), FakePeople.ANA);
        assertThat(browser.once("POST", "/login/clave/access", Map.of("pin", OFFICE.pin(FakePeople.ANA)))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/number", "/identify", "/pin", "/access", "/cancel", "/"})
    void an_address_where_nothing_is_to_be_seen_leads_to_the_page(String stray) {
        Page answer = browser.once("GET", "/login/clave" + stray + "?renew=true&pin=AAAAAA&number=x", Map.of());
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/login/clave?renew=true");
        OFFICE.logIn(browser, FakePeople.ANA);
        assertThat(browser.get("/login/clave" + stray).text()).startsWith("inside");
    }

    @Test
    void who_cancels_is_not_sent_on_to_where_somebody_wanted_to_go_before() {
        OFFICE.askPin(browser.get("/tax/2025"), FakePeople.ANA).submit("/cancel");
        assertThat(browser.cookies).doesNotContainKey("__Host-clave-return");
        OFFICE.clock.advance(Duration.ofMinutes(2));
        assertThat(OFFICE.logIn(browser, FakePeople.ANA).path()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "beans", "metrics", ""})
    void an_endpoint_of_the_actuator_is_nobodys_whoever_is_in_the_registry(String endpoint) {
        assertThat(browser.get("/actuator/" + endpoint).path()).isEqualTo("/login/clave");
        OFFICE.logIn(browser, FakePeople.ANA);
        assertThat(browser.get("/actuator/" + endpoint).status()).isEqualTo(403);
    }

    @Test
    void a_probe_needs_no_login() {
        Page health = browser.once("GET", "/actuator/health", Map.of());
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.html()).contains("UP").doesNotContain("details");
    }

    @Test
    void who_leaves_is_told_so_in_every_language() {
        Map<String, String> sentences = Map.of(
                "es", "Ha cerrado la sesión",
                "ca", "Ha tancat la sessió",
                "ca-ES-valencia", "Ha tancat la sessió",
                "gl", "Pechou a sesión",
                "eu", "Saioa itxi duzu",
                "en", "You have signed out");
        OFFICE.logIn(browser, FakePeople.ANA);
        Map<String, String> token = Map.of("_csrf", browser.get("/token").text().strip());
        Page left = browser.once("POST", "/logout", token);
        assertThat(left.header("Location")).isEqualTo("/login/clave?logout");
        sentences.forEach((language, sentence) -> {
            Page page = OFFICE.browser().in(language).get("/login/clave?logout");
            assertThat(page.text()).as(language).contains(sentence);
            assertThat(page.offers("/identify")).isTrue();
        });
        assertThat(browser.get("/login/clave").text()).doesNotContain("signed out");
    }

    @Test
    void a_chain_that_keeps_no_login_says_so_at_the_start(CapturedOutput output) {
        Office.open().close();
        assertThat(output).doesNotContain("keeps no login");
        Office.open(Stateless.class).close();
        assertThat(output).contains("This chain keeps no login by clave: it is stateless");
    }

    /** Shows the token that the forms of the application's own pages have. */
    @Configuration(proxyBeanMethods = false)
    static class Tokens {
        @Bean
        TokenPage tokenPage() {
            return new TokenPage();
        }
    }

    /** A page. */
    @RestController
    static class TokenPage {
        @GetMapping("/token")
        String token(CsrfToken token) {
            return token.getToken();
        }
    }

    /** As for an interface that scripts use. */
    @Configuration(proxyBeanMethods = false)
    static class Stateless {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .with(claveLogin(), withDefaults())
                    .build();
        }
    }
}
