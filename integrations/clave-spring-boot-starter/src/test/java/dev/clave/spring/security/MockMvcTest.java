package dev.clave.spring.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.clave.Clave;
import dev.clave.spi.KeyRing;
import dev.clave.spi.Level;
import dev.clave.spi.Route;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** The login as the tests of an application see it. */
@SpringBootTest
@AutoConfigureMockMvc
@DirtiesContext
class MockMvcTest {
    private static final FakePerson ANA = FakePeople.ANA;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FakeSmsGateway sms;

    private Cookie asked(FakePerson person) throws Exception {
        Cookie login = handle(mvc.perform(post("/login/clave/identify")
                        .with(csrf())
                        .param("number", person.typedNumber())
                        .param("contrast", person.typedContrast()))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/login/clave"))
                .andReturn());
        mvc.perform(post("/login/clave/pin").cookie(login).with(csrf())).andExpect(status().isSeeOther());
        return login;
    }

    private static Cookie handle(MvcResult result) {
        return Objects.requireNonNull(result.getResponse().getCookie("__Host-clave-login"));
    }

    @Test
    void a_person_logs_in() throws Exception {
        Cookie login = asked(ANA);
        mvc.perform(post("/login/clave/access")
                        .cookie(login)
                        .with(csrf())
                        .param("pin", sms.phoneOf(ANA).lastPin()))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/"))
                .andExpect(cookie().maxAge("__Host-clave-login", 0))
                .andExpect(cookie().httpOnly("__Host-clave-browser", true))
                .andExpect(authenticated().withUsername(ANA.subject()).withAuthentication(who -> {
                    assertThat(who).isInstanceOf(ClaveAuthenticationToken.class);
                    assertThat(((ClaveAuthenticationToken) who).getPrincipal().person())
                            .isEqualTo(ANA.number());
                    assertThat(who.toString()).doesNotContain(ANA.number().value(), ANA.subject());
                }));
    }

    @Test
    void a_wrong_pin_logs_nobody_in_and_makes_no_session() throws Exception {
        Cookie login = asked(FakePeople.CAROL);
        mvc.perform(post("/login/clave/access").cookie(login).with(csrf()).param("pin", "AAAAAA"))
                .andExpect(status().isSeeOther())
                .andExpect(cookie().value("__Host-clave-notice", "WrongPin.2"))
                .andExpect(unauthenticated())
                .andExpect(request().sessionAttributeDoesNotExist("SPRING_SECURITY_CONTEXT"));
    }

    @Test
    void a_form_without_its_token_is_forbidden() throws Exception {
        for (String step : List.of("identify", "pin", "access", "cancel")) {
            mvc.perform(post("/login/clave/" + step)).andExpect(status().isForbidden());
            mvc.perform(post("/login/clave/" + step).with(csrf().useInvalidToken()))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void the_session_id_changes_at_the_grant() throws Exception {
        Cookie login = asked(FakePeople.DIETER);
        MockHttpSession session = new MockHttpSession();
        String planted = session.getId();
        mvc.perform(post("/login/clave/access")
                        .session(session)
                        .with(request -> {
                            request.setRequestedSessionIdValid(true);
                            return request;
                        })
                        .cookie(login)
                        .with(csrf())
                        .param("pin", sms.phoneOf(FakePeople.DIETER).lastPin()))
                .andExpect(authenticated());
        assertThat(session.getId()).isNotEqualTo(planted);
    }

    @Test
    void a_page_asks_and_a_script_is_told() throws Exception {
        mvc.perform(get("/tax/1").accept("text/html"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/login/clave"));
        mvc.perform(get("/tax/1").accept("application/json")).andExpect(status().isUnauthorized());
    }

    @Test
    void a_test_can_say_who_is_there() throws Exception {
        ClaveAuthenticationToken ana = new ClaveAuthenticationToken(
                new ClavePrincipal("ana", ANA.number()),
                List.of(new SimpleGrantedAuthority(ClaveAuthorities.ofLevel(Level.ADVANCED))));
        mvc.perform(get("/tax/1").with(authentication(ana))).andExpect(status().isNotFound());
    }

    /** The testkit's fakes. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Fakes {
        @Bean
        FakeSmsGateway sms() {
            return new FakeSmsGateway();
        }

        @Bean
        Clave clave(FakeSmsGateway sms) {
            return Clave.builder()
                    .registry(FakeRegistry.withEverybody())
                    .channel(Route.SMS, sms)
                    .audit(new RecordingAudit())
                    .keys(KeyRing.ephemeral())
                    .build();
        }
    }
}
