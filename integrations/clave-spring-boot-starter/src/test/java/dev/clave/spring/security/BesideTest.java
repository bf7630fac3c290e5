package dev.clave.spring.security;

import static dev.clave.spring.security.ClaveLoginConfigurer.claveLogin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.JOSEException;
import dev.clave.spi.Level;
import dev.clave.spring.security.Browser.Page;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Beside a login by password and one by OpenID Connect, with a page, accounts and CSRF tokens of the application's own. */
class BesideTest {
    private static final FakePerson CAROL = FakePeople.CAROL.with(person -> person.withLevel(Level.ADVANCED));
    private static OidcProvider provider;
    private static Office office;

    private Browser browser;

    @BeforeAll
    static void open() throws IOException, JOSEException {
        provider = OidcProvider.open();
        office = Office.open(Rules.class);
    }

    @BeforeEach
    void tomorrow() {
        office.clock.advance(Duration.ofDays(10));
        office.people.put(CAROL);
        browser = office.browser();
    }

    @AfterAll
    static void close() {
        office.close();
        provider.close();
    }

    private Page finish(Page login, FakePerson person) {
        return office.askPin(login, person).submit("/access", "pin", office.pin(person));
    }

    @Test
    void who_logs_in_by_openid_connect_is_inside_and_steps_up_by_clave() {
        Page inside = browser.get("/oauth2/authorization/staff");
        assertThat(inside.text()).contains("inside: official-7", "OIDC_USER");
        Page login = browser.get("/advanced/1");
        assertThat(login.path()).startsWith("/entrar?level=ADVANCED");
        assertThat(finish(login, CAROL).text()).contains("advanced: " + CAROL.subject());
    }

    @Test
    void who_logs_in_by_password_or_by_clave_is_inside() {
        assertThat(browser.get("/login")
                        .submit("/login", "username", "clerk", "password", "secret")
                        .text())
                .contains("inside: clerk");
        Page mine = finish(office.browser().get("/entrar"), CAROL);
        assertThat(mine.text()).contains("inside: " + CAROL.subject(), "ROLE_CITIZEN", "FACTOR_CLAVE");
    }

    @Test
    void the_page_is_the_applications_own() {
        Page page = browser.get("/entrar");
        assertThat(page.text()).contains("Our page: IDENTIFY EN");
        assertThat(page.submit("/identify", "number", "x").text()).contains("Our page: IDENTIFY", "DNI");
        assertThat(browser.get("/login/clave").path()).isEqualTo("/login");
    }

    @Test
    void an_account_that_is_not_there_or_closed_lets_nobody_in() {
        for (FakePerson person : List.of(FakePeople.ANA, FakePeople.BREIXO)) {
            Page page = finish(office.browser().get("/entrar"), person);
            assertThat(page.text()).as(person.name()).contains("no open account");
        }
    }

    @Test
    void the_applications_csrf_tokens_are_where_it_wants_them() {
        finish(browser.get("/entrar"), CAROL);
        browser.get("/token");
        assertThat(browser.cookies).containsKey("XSRF-TOKEN");
        Page out = browser.once(
                "POST", "/logout", Map.of("_csrf", browser.get("/token").text()));
        assertThat(out.status()).isEqualTo(302);
        assertThat(browser.get("/tax/1").path()).isNotEqualTo("/tax/1");
    }

    /** Rules of the application's own. */
    @Configuration(proxyBeanMethods = false)
    static class Rules {
        @Bean
        SecurityFilterChain chain(HttpSecurity http, ClaveAuthorization clave, UserDetailsService accounts) {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/entrar", "/error")
                            .permitAll()
                            .requestMatchers("/advanced/**")
                            .access(clave.atLevel(Level.ADVANCED))
                            .anyRequest()
                            .authenticated())
                    .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
                    .formLogin(withDefaults())
                    .oauth2Login(withDefaults())
                    .with(
                            claveLogin(),
                            login -> login.loginPage("/entrar")
                                    .users(ClaveUsers.of(accounts))
                                    .csrfTokenRepository(new CookieCsrfTokenRepository()))
                    .build();
        }

        @Bean
        UserDetailsService accounts() {
            return new InMemoryUserDetailsManager(
                    User.withUsername("clerk")
                            .password("{noop}secret")
                            .roles("CLERK")
                            .build(),
                    User.withUsername(CAROL.subject())
                            .password("{noop}none")
                            .authorities(new SimpleGrantedAuthority("ROLE_CITIZEN"))
                            .build(),
                    User.withUsername(FakePeople.BREIXO.subject())
                            .password("{noop}none")
                            .disabled(true)
                            .build());
        }

        @Bean
        ClientRegistrationRepository registrations() {
            return new InMemoryClientRegistrationRepository(provider.registration());
        }

        @Bean
        Own own() {
            return new Own();
        }
    }

    /** Pages of the application's own. */
    @RestController
    static class Own {
        @GetMapping(path = "/entrar", produces = "text/html")
        String page(@RequestAttribute(LoginView.ATTRIBUTE) LoginView login) {
            StringBuilder html = new StringBuilder("<p>Our page: " + login.step() + " " + login.language() + "</p>");
            login.notice().ifPresent(notice -> html.append("<p>" + HtmlUtils.htmlEscape(notice) + "</p>"));
            for (String step : List.of("/identify", "/pin", "/access")) {
                html.append("<form method=\"post\" action=\"" + login.action() + step + "\">");
                login.hidden()
                        .forEach((name, value) ->
                                html.append("<input type=\"hidden\" name=\"" + name + "\" value=\"" + value + "\">"));
                html.append("</form>");
            }
            return html.toString();
        }

        @GetMapping("/advanced/{id}")
        String advanced(HttpServletRequest request) {
            return "advanced: " + request.getRemoteUser();
        }

        @GetMapping("/token")
        String token(CsrfToken token) {
            return token.getToken();
        }
    }
}
