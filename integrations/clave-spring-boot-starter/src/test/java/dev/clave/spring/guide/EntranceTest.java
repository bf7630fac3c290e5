package dev.clave.spring.guide;

import static dev.clave.spring.security.ClaveLoginConfigurer.claveLogin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.clave.Activated;
import dev.clave.Clave;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.NewDevice;
import dev.clave.spring.test.WithClaveFakes;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeDevice;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.SteppingStore;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.MockMvc;

/** The guide's own page and its template. */
@SpringBootTest(classes = EntranceTest.OwnPage.class)
@AutoConfigureMockMvc
@WithClaveFakes(app = true)
class EntranceTest {
    private static final FakePerson ANA = FakePeople.ANA;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Clave clave;

    @Autowired
    private FakeSmsGateway sms;

    @Autowired
    private FakeClock clock;

    @Autowired
    private SteppingStore store;

    private String page(Cookie... cookies) throws Exception {
        var request = cookies.length == 0 ? get("/entrar") : get("/entrar").cookie(cookies);
        return mvc.perform(request).andReturn().getResponse().getContentAsString();
    }

    @Test
    void each_step_has_its_form() throws Exception {
        assertThat(page())
                .contains("action=\"/login/clave/identify\"", "name=\"_csrf\"")
                .doesNotContain("/access");
        Cookie login = cookie(identify(ANA.typedContrast()), "__Host-clave-login");
        assertThat(page(login))
                .contains("action=\"/login/clave/pin\"", "action=\"/login/clave/cancel\"")
                .doesNotContain("/access");
        mvc.perform(post("/login/clave/pin").cookie(login).with(csrf()).param("code", "GATO"));
        assertThat(page(login))
                .contains(
                        "value=\"GATO\"",
                        "action=\"/login/clave/access\"",
                        "Request another PIN",
                        "action=\"/login/clave/cancel\"")
                .doesNotContain("by SMS</button>");
        assertThat(page(login, new Cookie("__Host-clave-notice", "WrongPin.1"))).contains("role=\"alert\"");
    }

    private MockHttpServletResponse identify(String contrast) throws Exception {
        return mvc.perform(post("/login/clave/identify")
                        .with(csrf())
                        .param("number", ANA.typedNumber())
                        .param("contrast", contrast))
                .andReturn()
                .getResponse();
    }

    private static Cookie cookie(MockHttpServletResponse response, String name) {
        return Objects.requireNonNull(response.getCookie(name), name);
    }

    @Test
    void after_a_wrong_datum_the_number_is_there_still() throws Exception {
        Cookie number = cookie(identify(ANA.typedWrongContrast()), "__Host-clave-number");
        assertThat(page(number)).contains("name=\"number\" autocomplete=\"off\" value=\"" + ANA.typedNumber() + "\"");
        assertThat(page()).doesNotContain(ANA.typedNumber());
    }

    @Test
    void whoever_has_the_app_can_ask_for_an_sms() throws Exception {
        FakeDevice phone = new FakeDevice("Pixel 9", clock, clave.devices()::answer);
        NewDevice offer = NewDevice.of(phone.sealingKey(), phone.signingKey(), phone.name(), phone.pushAddress());
        LoginHandle handle = ((Identified) clave.identify(
                        LoginRequest.of(ANA.typedNumber(), ANA.typedContrast()).toActivate(offer)))
                .handle();
        clave.obtainPin(handle);
        assertThat(clave.devices().activate(handle, sms.phoneOf(ANA).lastPin(), offer))
                .isInstanceOf(Activated.class);
        clock.advance(Duration.ofMinutes(2));
        Cookie login = cookie(identify(ANA.typedContrast()), "__Host-clave-login");
        mvc.perform(post("/login/clave/pin").cookie(login).with(csrf()));
        assertThat(page(login)).contains("name=\"route\" value=\"SMS\"");
    }

    @Test
    void when_something_fails_the_page_says_so_and_asks_for_nothing() throws Exception {
        Cookie login = cookie(identify(ANA.typedContrast()), "__Host-clave-login");
        store.failAlways();
        assertThat(page(login)).contains("role=\"alert\"", "Try again").doesNotContain("<form");
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
