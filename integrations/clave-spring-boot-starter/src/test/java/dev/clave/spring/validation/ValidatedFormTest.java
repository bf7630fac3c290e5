package dev.clave.spring.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.clave.Field;
import dev.clave.Sentences;
import dev.clave.identity.Problem;
import dev.clave.spi.Language;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.LeakDetector;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

class ValidatedFormTest {
    record Form(@NotNull @IdentityNumber String number) {}

    @RestController
    static class Page {

        @PostMapping(path = "/login", produces = "text/plain;charset=UTF-8")
        String login(@Valid @ModelAttribute Form form, BindingResult result) {
            return result.hasErrors()
                    ? Objects.requireNonNull(Objects.requireNonNull(result.getFieldError("number"))
                            .getDefaultMessage())
                    : "welcome";
        }
    }

    private final MockMvc page = MockMvcBuilders.standaloneSetup(new Page()).build();

    @Test
    void a_form_with_a_number_passes() throws Exception {
        page.perform(post("/login").param("number", "99.999.018 d"))
                .andExpect(status().isOk())
                .andExpect(content().string("welcome"));
    }

    @ParameterizedTest
    @EnumSource
    void a_form_without_one_is_answered_in_the_language_of_the_browser(Language language) throws Exception {
        String answer = page.perform(
                        post("/login").param("number", "99999018X").header("Accept-Language", language.tag()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer).isEqualTo(Sentences.in(language).of(Field.NUMBER, Problem.WRONG_LETTER));
        new LeakDetector()
                .watch(FakePeople.ANA)
                .watch("what was typed", "99999018X")
                .check(answer);
    }
}
