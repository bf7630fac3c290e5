package dev.clave.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.PinPolicy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What stands in the terminal when an application with a mistake is started. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {
    private static void start(Map<String, Object> properties, Class<?>... sources) {
        new SpringApplicationBuilder(sources)
                .web(WebApplicationType.NONE)
                .properties(Map.of("spring.main.banner-mode", "off"))
                .properties(properties)
                .run()
                .close();
    }

    @Test
    void an_application_that_has_only_added_the_starter_is_told_everything(CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of(), Empty.class)).isNotNull();
        assertThat(output)
                .contains(
                        "APPLICATION FAILED TO START",
                        "clave cannot be set up:",
                        "PersonRegistry",
                        "clave.keys.subject=");
        assertThat(output).doesNotContain("\tat ");
    }

    @Test
    void a_wrong_value_is_answered_with_the_right_ones(CapturedOutput output) {
        assertThatThrownBy(
                        () -> start(Map.of("clave.store.type", "mysql", "clave.policy.preset", "clave"), Empty.class))
                .isNotNull();
        assertThat(output).contains("clave.", "The following values are valid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clave.keys",
                "clave.keys.ring",
                "clave.keys.ring.a",
                "clave.keys.current",
                "clave.keys.subject",
                "clave.keys.subject.value",
                "clave.store.redis",
                "clave.store.redis.url"
            })
    void what_may_be_a_key_or_a_password_is_not_repeated_wherever_it_stands(String property, CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of(property, "bm90 YSBrZXk", "clave.store.type", "redis"), Complete.class))
                .isNotNull();
        assertThat(output)
                .contains(
                        "APPLICATION FAILED TO START",
                        property.startsWith("clave.keys") ? "clave.keys" : "clave.store.redis")
                .doesNotContain("bm90");
    }

    @Test
    void a_policy_of_the_applications_own_that_is_refused_is_answered_too(CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of("spring.profiles.active", "dev"), OwnPolicy.class, Complete.class))
                .isNotNull();
        assertThat(output)
                .contains(
                        "APPLICATION FAILED TO START",
                        "clave.policy.pin-life: ",
                        "The policy is easy to guess, under 20 bits: ",
                        "acknowledge(Risk.UNDER_TWENTY_BITS)");
    }

    @Test
    void a_development_profile_starts_without_keys(CapturedOutput output) {
        start(Map.of("spring.profiles.active", "dev"), Complete.class);
        assertThat(output).contains("The keys are ephemeral");
    }

    /** With a policy that cannot be. */
    @Configuration(proxyBeanMethods = false)
    static class OwnPolicy {
        @Bean
        PinPolicy policy() {
            return PinPolicy.builder().pinLength(3).pinLife(Duration.ofHours(1)).build();
        }
    }

    /** Only the starter. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
    static class Empty {}

    /** With three beans. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
    @Import({Host.People.class, Host.Sms.class, Host.Audit.class})
    static class Complete {}
}
