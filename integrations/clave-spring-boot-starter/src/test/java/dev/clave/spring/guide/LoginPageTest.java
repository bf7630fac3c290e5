package dev.clave.spring.guide;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.clave.spring.test.WithClaveFakes;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakeSmsGateway;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

// spotless:off
@SpringBootTest
@AutoConfigureMockMvc
@WithClaveFakes                                     // nobody is looked up or written to but in the testkit
class LoginPageTest {
    @Autowired MockMvc mvc;
    @Autowired FakeSmsGateway sms;

    @Test
    void ana_logs_in() throws Exception {
        Cookie login = Objects.requireNonNull(mvc.perform(post("/login/clave/identify").with(csrf())
                .param("number", FakePeople.ANA.typedNumber())
                .param("contrast", FakePeople.ANA.typedContrast()))
            .andReturn().getResponse().getCookie("__Host-clave-login"));
        mvc.perform(post("/login/clave/pin").cookie(login).with(csrf()));
        mvc.perform(post("/login/clave/access").cookie(login).with(csrf())
                .param("pin", sms.phoneOf(FakePeople.ANA).lastPin()))
            .andExpect(authenticated().withUsername(FakePeople.ANA.subject()));
    }
}
// spotless:on
