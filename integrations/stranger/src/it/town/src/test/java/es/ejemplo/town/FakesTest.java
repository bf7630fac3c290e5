package es.ejemplo.town;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.clave.spring.test.WithClaveFakes;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakeSmsGateway;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

/** The testkit's people and phone, without keys. */
@SpringBootTest(properties = {"SUBJECT_KEY=none", "KEY_A=none"})
@AutoConfigureMockMvc
@WithClaveFakes
class FakesTest {
    @Autowired MockMvc mvc;
    @Autowired FakeSmsGateway sms;

    @Test
    void dieter_logs_in() throws Exception {
        Cookie login = mvc.perform(post("/login/clave/identify").with(csrf())
                        .param("number", FakePeople.DIETER.typedNumber())
                        .param("contrast", FakePeople.DIETER.typedContrast()))
                .andReturn().getResponse().getCookie("__Host-clave-login");
        mvc.perform(post("/login/clave/pin").cookie(login).with(csrf()));
        mvc.perform(post("/login/clave/access").cookie(login).with(csrf())
                        .param("pin", sms.phoneOf(FakePeople.DIETER).lastPin()))
                .andExpect(authenticated().withUsername(FakePeople.DIETER.subject()));
    }
}
