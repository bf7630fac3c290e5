package dev.clave.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** Slips of the pen in the names of properties. */
class UnknownPropertiesTest {
    private static List<ConfigurationProblem> problems(String name) {
        return UnknownProperties.in(new MockEnvironment().withProperty(name, "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "clave.polcy.pin-length, clave.policy.pin-length",
        "clave.policy.pin-lenght, clave.policy.pin-length",
        "clave.node, clave.nodes",
        "clave.organization, clave.organisation",
        "clave.keys.subjct, clave.keys.subject",
        "clave.key.ring.a, clave.keys.ring",
        "clave.store.jdbc.create-tables, clave.store.jdbc.create-table",
        "clave.stores.type, clave.store.type",
    })
    void a_slip_is_told_with_what_was_meant(String name, String meant) {
        assertThat(problems(name))
                .containsExactly(
                        new ConfigurationProblem("There is no property " + name + ".", "Did you mean " + meant + "?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clave.policy.acknowledge", "clave.keys.subject.name", "clave.store.redis.password"})
    void below_our_names_everything_is_ours(String name) {
        assertThat(problems(name))
                .singleElement()
                .satisfies(problem -> assertThat(problem.action()).contains(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clave.gateway.url",
                "clave.sms.password",
                "claves.node",
                "clave.policy.sms-prefixes[0]",
                "clave.keys.ring.2026-11",
                "clave.login.path",
                "clave.policy.pinLength",
                "clave.policy.wrong_data.burst"
            })
    void names_of_the_applications_own_and_right_ones_are_left_alone(String name) {
        assertThat(problems(name)).isEmpty();
    }

    @Test
    void no_value_is_repeated() {
        assertThat(UnknownProperties.in(new MockEnvironment().withProperty("clave.keys.sbject", "c2VjcmV0")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).doesNotContain("c2VjcmV0"));
    }
}
