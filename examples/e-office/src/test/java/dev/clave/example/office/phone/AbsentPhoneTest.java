package dev.clave.example.office.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.clave.spring.test.WithClaveFakes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

/** Outside the demo there is no phone (W08). */
@SpringBootTest
@AutoConfigureMockMvc
@WithClaveFakes
@ActiveProfiles("production")
class AbsentPhoneTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private ApplicationContext context;

    @Test
    void nothing_of_the_phone_is_a_bean() {
        String phone = AbsentPhoneTest.class.getPackageName();
        List<String> found = Stream.of(context.getBeanDefinitionNames())
                .filter(name -> {
                    Class<?> type = context.getType(name);
                    return type != null && type.getPackageName().startsWith(phone);
                })
                .toList();
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/phone",
                "/phone?of=ana",
                "/phone/messages?of=ana",
                "/phone/app",
                "/phone/app.js",
                "/phone/sw.js"
            })
    void a_page_of_the_phone_is_not_there_or_asks_for_a_login(String path) throws Exception {
        MockHttpServletResponse response =
                mvc.perform(get(path).accept(MediaType.TEXT_HTML)).andReturn().getResponse();
        assertThat(response.getStatus()).isIn(302, 303, 404);
        assertThat(Handset.text(response)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identify", "pin", "activate", "answer"})
    void nothing_answers_an_app(String step) throws Exception {
        MockHttpServletResponse response = mvc.perform(post("/phone/app/" + step)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isIn(302, 303, 401, 403, 404);
    }
}
