package dev.clave.spring.security;

import static dev.clave.spring.security.ClaveLoginConfigurer.claveLogin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

import dev.clave.spi.Level;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.config.annotation.authorization.EnableMultiFactorAuthentication;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;

/** What a proxy, or somebody in its clothes, says; and factors that pass from one to another. */
@Tag("slow")
class ProxyAttackTest {
    private static final FakePerson ANA = FakePeople.ANA.with(p -> p.withLevel(Level.ADVANCED));
    private static final FakePerson CAROL = FakePeople.CAROL.with(p -> p.withLevel(Level.BASIC));

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.7:4711", "[2001:db8::1]:4711", "\"[2001:db8::1]\"", "198.51.100.7 "})
    void an_address_with_a_port_is_that_address(String remote) {
        MockHttpServletRequest one = new MockHttpServletRequest();
        one.setRemoteAddr(remote);
        MockHttpServletRequest none = new MockHttpServletRequest();
        none.setRemoteAddr("unknown");
        assertThat(Origins.of(one)).isNotEqualTo(Origins.of(none));
    }

    @ParameterizedTest
    @ValueSource(strings = {".:", "..:a", ".:x", "a.b:c"})
    void no_name_is_looked_up(String remote) {
        MockHttpServletRequest one = new MockHttpServletRequest();
        one.setRemoteAddr(remote);
        MockHttpServletRequest none = new MockHttpServletRequest();
        none.setRemoteAddr("unknown");
        assertThat(Origins.of(one)).isEqualTo(Origins.of(none));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/x\\evil",
                "\\\\evil.example",
                "/a,/b"
            })
    void a_prefix_leads_nowhere(String prefix) throws Exception {
        try (Office office = Office.open(Map.of("server.forward-headers-strategy", "framework"));
                Socket socket = new Socket("localhost", office.port(0))) {
            socket.getOutputStream()
                    .write(
                            ("GET /tax/1 HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Prefix: "
                                            + prefix + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            String location = answer.lines()
                    .filter(l -> l.startsWith("Location"))
                    .findFirst()
                    .orElse("");
            System.out.println(
                    "prefix " + prefix + " -> " + answer.lines().findFirst().orElse("") + " " + location);
            assertThat(location).doesNotContain("Location: /\\", "Location: //", "://evil");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableMultiFactorAuthentication(authorities = {})
    static class Factors {
        @Bean
        SecurityFilterChain chain(HttpSecurity http, ClaveAuthorization clave) {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/tax/**")
                            .access(clave.atLevel(Level.ADVANCED))
                            .anyRequest()
                            .authenticated())
                    .with(claveLogin(), withDefaults())
                    .build();
        }

        @Bean
        ClaveUsers users() {
            return granted -> new ClaveUser("company-7", List.of(new SimpleGrantedAuthority("ROLE_USER")));
        }
    }

    /** Spring Security adds the authorities of the session to those of the login, by the name alone. */
    @Test
    void with_several_factors_a_level_does_not_pass_to_another_person_of_the_same_account() {
        try (Office office = Office.open(Factors.class)) {
            office.people.put(ANA).put(CAROL);
            Browser browser = office.browser();
            office.logIn(browser, ANA);
            assertThat(browser.get("/tax/1").text()).contains("inside");
            Browser carols = office.browser();
            office.askPin(carols.get("/login/clave"), CAROL);
            carols.cookies.put("JSESSIONID", browser.cookie("JSESSIONID"));
            assertThat(carols.get("/login/clave?renew=true")
                            .submit("/access", "pin", office.pin(CAROL))
                            .text())
                    .contains("logged in as somebody else");
            Browser own = office.browser();
            office.clock.advance(Duration.ofMinutes(2));
            office.logIn(own, CAROL);
            assertThat(own.get("/").text()).contains("inside");
            assertThat(own.get("/tax/1").text()).doesNotContain("inside");
        }
    }

    /** The registry has taken the level away, and the person logs in anew. */
    @Test
    void with_several_factors_a_level_that_was_taken_away_is_gone_with_the_next_login() {
        try (Office office = Office.open(Factors.class)) {
            office.people.put(ANA);
            Browser browser = office.browser();
            office.logIn(browser, ANA);
            FakePerson less = FakePeople.ANA.with(p -> p.withLevel(Level.BASIC));
            office.people.put(less);
            office.clock.advance(Duration.ofMinutes(2));
            office.askPin(browser.get("/login/clave?renew=true"), less).submit("/access", "pin", office.pin(less));
            assertThat(browser.get("/tax/1").text()).doesNotContain("inside");
        }
    }

    record Form(
            dev.clave.identity.IdentityNumber number,
            dev.clave.identity.Dni dni,
            List<dev.clave.identity.Nie> nies,
            Map<dev.clave.identity.IdentityNumber, String> byNumber,
            dev.clave.identity.ContrastData contrast,
            java.util.Optional<dev.clave.identity.Dni> maybe,
            Map<String, Map<dev.clave.identity.Dni, List<dev.clave.identity.Nie>>> deep) {}
}
