package dev.clave.example.office.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.clave.testkit.FakeClock;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

/** What an app's requests are by HTTP, whatever is asked. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(TestTown.class)
@ActiveProfiles("demo")
class AppRequestsTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private FakeClock clock;

    @ParameterizedTest
    @ValueSource(strings = {"identify", "pin", "activate", "answer"})
    void nothing_but_json_is_read_and_nothing_is_asked_by_get(String step) throws Exception {
        for (MediaType type : new MediaType[] {MediaType.TEXT_PLAIN, MediaType.APPLICATION_FORM_URLENCODED}) {
            assertThat(mvc.perform(post("/phone/app/" + step).contentType(type).content("{}"))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(415);
        }
        assertThat(mvc.perform(get("/phone/app/" + step))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isIn(404, 405, 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identify", "pin", "activate", "answer"})
    void no_answer_is_stored_and_none_sets_a_cookie(String step) throws Exception {
        MockHttpServletResponse response = mvc.perform(post("/phone/app/" + step)
                        .cookie(new Cookie("office", "a"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(response.getContentType()).startsWith("application/json");
        assertThat(response.getHeaders("Set-Cookie")).isEmpty();
        assertThat(response.getHeader("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void sentences_are_in_the_language_of_the_request() throws Exception {
        String reply = Handset.text(mvc.perform(post("/phone/app/identify")
                        .header("Accept-Language", "eu")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"number\":\"\",\"device\":" + new Handset(mvc, clock).offer() + "}"))
                .andReturn()
                .getResponse());
        assertThat(reply).contains("Idatzi zure NANa");
    }
}
