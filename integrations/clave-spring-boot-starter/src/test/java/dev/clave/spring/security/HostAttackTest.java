package dev.clave.spring.security;

import static dev.clave.spring.security.ClaveLoginConfigurer.claveLogin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

import dev.clave.spring.security.Browser.Page;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Hosts that do other things than the guide. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("slow")
class HostAttackTest {
    private static final FakePerson ANA = FakePeople.ANA;

    static HttpSecurity rules(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/error", "/entrar")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .with(claveLogin(), withDefaults());
    }

    static AuthenticationProvider passwords() {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication a) {
                return UsernamePasswordAuthenticationToken.authenticated("clerk", null, List.of());
            }

            @Override
            public boolean supports(Class<?> type) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
            }
        };
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnManager {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return rules(http)
                    .authenticationManager(new ProviderManager(passwords()))
                    .build();
        }
    }

    @Test
    void a_chain_with_a_manager_of_its_own_does_not_tell_people_that_they_have_no_account() {
        try (Office office = Office.open(OwnManager.class)) {
            assertThat(office.logIn(office.browser(), ANA).text()).contains("cannot go on right now");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ManagerBean {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return rules(http).build();
        }

        @Bean
        AuthenticationManager manager(AuthenticationConfiguration configuration) {
            return configuration.getAuthenticationManager();
        }

        @Bean
        AuthenticationProvider passwordProvider() {
            return passwords();
        }
    }

    @Test
    void with_managers_and_providers_as_beans_a_pin_is_compared_once() {
        try (Office office = Office.open(ManagerBean.class)) {
            Browser browser = office.browser();
            Page pin = office.askPin(browser.get("/login/clave"), ANA);
            String right = office.pin(ANA);
            pin.submit("/access", "pin", right.charAt(0) == 'A' ? "BBBBBB" : "AAAAAA");
            assertThat(office.clave.counts().get("verify.WrongPin")).isEqualTo(1);
            assertThat(browser.get("/login/clave")
                            .submit("/access", "pin", right)
                            .text())
                    .startsWith("inside");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class BadUsers {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return rules(http).build();
        }

        @Bean
        ClaveUsers users() {
            return granted -> {
                throw new IllegalStateException("no account");
            };
        }
    }

    @Test
    void users_that_throw_let_nobody_in() {
        try (Office office = Office.open(BadUsers.class)) {
            Browser browser = office.browser();
            Page page = office.logIn(browser, ANA);
            System.out.println("bad users: " + page.status() + " " + page.path());
            assertThat(browser.cookies).doesNotContainKey("JSESSIONID");
            assertThat(browser.get("/").path()).isEqualTo("/login/clave");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnPage {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/error", "/entrar")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .with(claveLogin(), login -> login.loginPage("/entrar"))
                    .build();
        }

        @Bean
        Own own() {
            return new Own();
        }
    }

    @RestController
    static class Own {
        @GetMapping("/entrar")
        String page(@RequestAttribute(LoginView.ATTRIBUTE) LoginView login) {
            return login.toString();
        }
    }

    @Test
    void a_page_of_ones_own_answers_head_as_it_answers_get() {
        try (Office office = Office.open(OwnPage.class)) {
            assertThat(office.browser().once("GET", "/entrar", Map.of()).status())
                    .isEqualTo(200);
            assertThat(office.browser().once("HEAD", "/entrar", Map.of()).status())
                    .isEqualTo(200);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Signed {
        @Bean
        SecurityFilterChain chain(HttpSecurity http, ClaveAuthorization clave) {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/error")
                            .permitAll()
                            .requestMatchers("/tax/{id}")
                            .access(clave.signed(r -> r.getVariables().get("id")))
                            .anyRequest()
                            .authenticated())
                    .with(claveLogin(), withDefaults())
                    .build();
        }

        static final List<String> READERS = new ArrayList<>();

        @Bean
        SignableTexts texts() {
            return (reference, reader) -> {
                READERS.add(reader.getClass().getSimpleName());
                return reference.equals("17") ? Optional.of(new SignableText("F", "x")) : Optional.empty();
            };
        }
    }

    @Test
    void who_is_not_logged_in_gets_the_same_whether_the_text_is_there_or_not_and_logs_in() {
        try (Office office = Office.open(Signed.class)) {
            Browser browser = office.browser();
            Page there = browser.get("/tax/17");
            System.out.println("anonymous: " + there.path() + " "
                    + office.browser().get("/tax/99").path());
            assertThat(Signed.READERS).doesNotContain("AnonymousAuthenticationToken");
            assertThat(there.path()).isEqualTo("/login/clave");
        }
    }

    @Test
    void anonymous_logs_in_on_the_way_to_a_signature() {
        try (Office office = Office.open(Signed.class)) {
            Browser browser = office.browser();
            Page page = office.askPin(browser.get("/tax/17"), ANA).submit("/access", "pin", office.pin(ANA));
            assertThat(page.path()).isEqualTo("/login/clave?sign=17");
        }
    }

    @Test
    void at_trace_nothing_personal_is_logged(CapturedOutput output) {
        try (Office office =
                Office.open(Map.of("logging.level.root", "TRACE", "spring.main.log-startup-info", "false"))) {
            Browser browser = office.browser();
            Page pin = office.askPin(browser.get("/tax/1"), ANA);
            String right = office.pin(ANA);
            String handle = browser.cookie("__Host-clave-login");
            pin.submit("/access", "pin", "AAAAAA");
            browser.get("/login/clave").submit("/access", "pin", right);
            browser.get("/tax/1");
            String log = output.getAll();
            for (String secret : List.of(
                    right,
                    ANA.number().value(),
                    ANA.typedNumber(),
                    ANA.typedContrast(),
                    ANA.phone().value(),
                    handle)) {
                log.lines()
                        .filter(l -> l.contains(secret))
                        .map(l -> l.replaceAll("^(.{160}).*$", "$1"))
                        .distinct()
                        .limit(6)
                        .forEach(l -> System.err.println("LEAK " + l));
            }
            assertThat(log.lines().filter(l -> l.contains("dev.clave") || l.contains("clave")))
                    .noneMatch(l -> l.contains(right)
                            || l.contains(ANA.number().value())
                            || l.contains(ANA.phone().value()));
        }
    }
}
