package dev.clave.spring.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;

import dev.clave.identity.IdentityNumber;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.LeakDetector;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.http.MockHttpInputMessage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

class ClaveJacksonAutoConfigurationTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(ClaveJacksonAutoConfiguration.class, JacksonAutoConfiguration.class));

    record Form(IdentityNumber number) {}

    @Test
    void the_mapper_of_an_application_masks_people() {
        application.run(context -> assertThat(
                        context.getBean(JsonMapper.class).writeValueAsString(Map.of("who", FakePeople.ANA.number())))
                .isEqualTo("{\"who\":\"***9901**\"}"));
    }

    @Test
    void without_jackson_there_is_no_module() {
        application
                .withClassLoader(new FilteredClassLoader(SimpleModule.class))
                .run(context -> assertThat(context).doesNotHaveBean("claveJsonModule"));
    }

    @Test
    void a_host_can_bring_its_own() {
        ClaveJsonModule own = new ClaveJsonModule();
        application
                .withBean(ClaveJsonModule.class, () -> own)
                .run(context ->
                        assertThat(context.getBean(ClaveJsonModule.class)).isSameAs(own));
    }

    @Test
    void the_exception_that_spring_logs_for_a_bad_body_quotes_nothing() {
        application.run(context -> {
            JacksonJsonHttpMessageConverter converter =
                    new JacksonJsonHttpMessageConverter(context.getBean(JsonMapper.class));
            MockHttpInputMessage body =
                    new MockHttpInputMessage("{\"number\": \"99999018X\"}".getBytes(StandardCharsets.UTF_8));
            body.getHeaders().setContentType(MediaType.APPLICATION_JSON);
            try {
                converter.read(Form.class, body);
            } catch (HttpMessageNotReadableException failure) {
                assertThat(failure).hasMessageContaining("WRONG_LETTER");
                new LeakDetector().watch("what was typed", "99999018X").check(failure);
                return;
            }
            throw new AssertionError("it was read");
        });
    }

    @Test
    void a_native_image_sees_what_is_not_written() {
        RuntimeHints hints = new RuntimeHints();
        assertThat(AotServices.factories().load(RuntimeHintsRegistrar.class))
                .hasAtLeastOneElementOfType(JacksonHints.class);
        new JacksonHints().registerHints(hints, getClass().getClassLoader());
        assertThat(reflection()
                        .onType(ClaveJsonModule.WithoutSubject.class)
                        .withMemberCategory(MemberCategory.INVOKE_DECLARED_METHODS))
                .accepts(hints);
        assertThat(reflection()
                        .onType(ClaveJsonModule.WithoutName.class)
                        .withMemberCategory(MemberCategory.INVOKE_DECLARED_METHODS))
                .accepts(hints);
        RuntimeHints none = new RuntimeHints();
        new JacksonHints().registerHints(none, new ClassLoader(null) {});
        assertThat(none.reflection().typeHints()).isEmpty();
    }
}
