package dev.clave.spring.security;

import static dev.clave.spring.security.ClaveLoginConfigurer.claveLogin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Refused;
import dev.clave.spi.Language;
import dev.clave.spring.security.Browser.Page;
import dev.clave.testkit.FakePeople;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** An application that asks people for their language itself. */
class LanguageTest {
    private static final Office OFFICE = Office.open(Switch.class);

    private final Browser browser = OFFICE.browser();

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    @Test
    void pages_and_what_they_say_are_in_the_language_that_the_application_gives() {
        browser.cookies.put("lang", "gl");
        Page wrong = browser.get("/login/clave")
                .submit(
                        "/identify",
                        "number",
                        FakePeople.ANA.typedNumber(),
                        "contrast",
                        FakePeople.ANA.typedWrongContrast());
        assertThat(wrong.html()).contains("<html lang=\"gl\"");
        assertThat(wrong.text()).contains(OFFICE.clave.sentences(Language.GL).of(new Refused()));
        browser.cookies.put("lang", "eu");
        assertThat(browser.get("/login/clave").html()).contains("<html lang=\"eu\"");
    }

    /** The application's own switch. */
    @Configuration(proxyBeanMethods = false)
    static class Switch {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .with(claveLogin(), clave -> clave.languages(Switch::language))
                    .build();
        }

        private static Language language(HttpServletRequest request) {
            return Arrays.stream(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                    .filter(cookie -> cookie.getName().equals("lang"))
                    .findFirst()
                    .flatMap(cookie -> Language.ofTag(cookie.getValue()))
                    .orElse(Language.ES);
        }
    }
}
