package dev.clave.spring.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** The guide's first three steps, as somebody takes them: the PIN is read in the log. */
@SpringBootTest(classes = TownTest.FirstTry.class)
@AutoConfigureMockMvc
@ActiveProfiles("dev")
@ExtendWith(OutputCaptureExtension.class)
class TownTest {
    @Autowired
    private MockMvc mvc;

    @Test
    void the_first_login_works(CapturedOutput output) throws Exception {
        mvc.perform(get("/inside").accept("text/html")).andExpect(header().string("Location", "/login/clave"));
        Cookie login = handle(mvc.perform(post("/login/clave/identify")
                        .with(csrf())
                        .param("number", "99999018D")
                        .param("contrast", "15-03-2031"))
                .andReturn());
        mvc.perform(post("/login/clave/pin").cookie(login).with(csrf()));
        Matcher pin = Pattern.compile("PIN ([A-Z2-7]{6})").matcher(output);
        assertThat(pin.find()).isTrue();
        MvcResult inside = mvc.perform(
                        post("/login/clave/access").cookie(login).with(csrf()).param("pin", pin.group(1)))
                .andExpect(authenticated().withUsername("citizen-4711"))
                .andReturn();
        mvc.perform(get("/inside").session((MockHttpSession)
                        Objects.requireNonNull(inside.getRequest().getSession())))
                .andExpect(content().string("Hello ***9901**"));
    }

    private static Cookie handle(MvcResult result) {
        return Objects.requireNonNull(result.getResponse().getCookie("__Host-clave-login"));
    }

    /** Without rules of its own. */
    @EnableAutoConfiguration
    @Import({Sockets.class, Desk.Pages.class})
    static class FirstTry {}
}
