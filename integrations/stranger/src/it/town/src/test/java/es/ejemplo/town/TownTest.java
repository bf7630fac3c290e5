package es.ejemplo.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

import dev.clave.store.jdbc.JdbcPinStore;
import jakarta.servlet.http.Cookie;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** The application's own beans, database and keys. */
@SpringBootTest(
        properties = {
            "SUBJECT_KEY=yK2d0mDj3L9o8kqA0nJvQ1cT5uXeWbGhRzSfPiMl7N0=",
            "KEY_A=Q7pZ1vXh4sT9yLk2WmN8bRcE6gUdJfAoI3tSxVqYzH0="
        })
@AutoConfigureMockMvc
class TownTest {
    @Autowired MockMvc mvc;
    @Autowired JdbcPinStore store;

    @Test
    void ana_logs_in() throws Exception {
        mvc.perform(get("/").accept("text/html")).andExpect(header().string("Location", "/login/clave"));
        Cookie login = mvc.perform(post("/login/clave/identify").with(csrf())
                        .param("number", "99.999.018-d").param("contrast", "15/03/2031"))
                .andReturn().getResponse().getCookie("__Host-clave-login");
        mvc.perform(post("/login/clave/pin").cookie(login).with(csrf()));
        String text = Town.SENT.get(0).text().reveal();
        assertThat(text).startsWith("Villa de Ejemplo");
        Matcher pin = Pattern.compile("PIN ([A-Z2-7]{6})").matcher(text);
        assertThat(pin.find()).isTrue();
        MvcResult inside = mvc.perform(post("/login/clave/access").cookie(login).with(csrf()).param("pin", pin.group(1)))
                .andExpect(authenticated().withUsername("ana")).andReturn();
        mvc.perform(get("/").session((MockHttpSession) inside.getRequest().getSession()))
                .andExpect(content().string("Hello ana"));
        store.check();
    }
}
