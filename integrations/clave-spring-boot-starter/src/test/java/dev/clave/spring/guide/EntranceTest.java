package dev.clave.spring.guide;

import static dev.clave.spring.security.ClaveLoginConfigurer.claveLogin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.clave.spring.test.WithClaveFakes;
import dev.clave.testkit.FakePeople;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.MockMvc;

/** The guide's own page and its template. */
@SpringBootTest(classes = EntranceTest.OwnPage.class)
@AutoConfigureMockMvc
@WithClaveFakes
class EntranceTest {
    @Autowired
    private MockMvc mvc;

    private String page(Cookie... cookies) throws Exception {
        var request = cookies.length == 0 ? get("/entrar") : get("/entrar").cookie(cookies);
        return mvc.perform(request).andReturn().getResponse().getContentAsString();
    }

    @Test
    void each_step_has_its_form() throws Exception {
        assertThat(page())
                .contains("action=\"/login/clave/identify\"", "name=\"_csrf\"")
                .doesNotContain("/access");
        Cookie login = Objects.requireNonNull(mvc.perform(post("/login/clave/identify")
                        .with(csrf())
                        .param("number", FakePeople.ANA.typedNumber())
                        .param("contrast", FakePeople.ANA.typedContrast()))
                .andReturn()
                .getResponse()
                .getCookie("__Host-clave-login"));
        assertThat(page(login)).contains("action=\"/login/clave/pin\"").doesNotContain("/access");
        mvc.perform(post("/login/clave/pin").cookie(login).with(csrf()).param("code", "GATO"));
        assertThat(page(login)).contains("value=\"GATO\"", "action=\"/login/clave/access\"", "Request another PIN");
        assertThat(page(login, new Cookie("__Host-clave-notice", "WrongPin.1"))).contains("role=\"alert\"");
    }

    /** An application with a page of its own. */
    @EnableAutoConfiguration
    @Import({Sockets.class, Entrance.class})
    static class OwnPage {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            // spotless:off
            return http
                .authorizeHttpRequests(requests -> requests
                    .requestMatchers("/entrar", "/error").permitAll()
                    .anyRequest().authenticated())
                .with(claveLogin(), clave -> clave.loginPage("/entrar"))
                .build();
            // spotless:on
        }
    }
}
