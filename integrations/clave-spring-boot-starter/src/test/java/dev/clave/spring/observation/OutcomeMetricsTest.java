package dev.clave.spring.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Clave;
import dev.clave.LoginHandle;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutcomeMetricsTest {
    private final ObservedHost host = new ObservedHost();
    private final Clave clave = host.clave();
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void an_outcome_is_counted_from_the_look_after_it_on() {
        new OutcomeMetrics(clave).bindTo(meters);
        assertThat(counters()).isEmpty();
        assertThat(look()).isZero();

        host.login(clave, FakePeople.ANA);
        assertThat(look()).isEqualTo(4);
        assertThat(count("identify", "Identified")).isEqualTo(1);
        assertThat(count("obtainPin", "PinSent")).isEqualTo(1);
        assertThat(count("verify", "WrongPin")).isEqualTo(1);
        assertThat(count("verify", "Granted")).isEqualTo(1);

        clave.identify("99999018X", "");
        clave.identify("99999018X", "");
        assertThat(look()).isEqualTo(5);
        assertThat(count("identify", "Mistyped")).isEqualTo(2);
    }

    @Test
    void a_reason_and_a_socket_are_part_of_the_outcome() {
        host.registry.failAlways();
        try {
            host.open(clave, FakePeople.ANA);
        } catch (RuntimeException unavailable) {
            assertThat(unavailable).hasMessageContaining("REGISTRY");
        }
        clave.verify(LoginHandle.of("garbage"), "AAAAAA");
        new OutcomeMetrics(clave).bindTo(meters);
        assertThat(count("identify", "unavailable.REGISTRY")).isEqualTo(1);
        assertThat(count("verify", "Denied.NOT_CURRENT")).isEqualTo(1);
    }

    @Test
    void several_instances_are_told_apart_by_tags() {
        Clave other = host.clave();
        host.login(clave, FakePeople.ANA);
        host.login(other, FakePeople.CAROL);
        new OutcomeMetrics(clave, Tags.of("tenant", "one")).bindTo(meters);
        new OutcomeMetrics(other, Tags.of("tenant", "two")).bindTo(meters);
        assertThat(meters.find("clave.outcomes").tag("tenant", "one").functionCounters())
                .hasSize(4);
        assertThat(meters.find("clave.outcomes").tag("tenant", "two").functionCounters())
                .hasSize(4);
    }

    @Test
    @DisplayName("L07 many people make no more counters than one, and no tag is about any of them")
    void many_people_make_no_more_counters_than_one() {
        new OutcomeMetrics(clave).bindTo(meters);
        host.login(clave, FakePeople.ANA);
        look();
        int one = counters().size();
        List<FakePerson> crowd = FakePeople.crowd(50);
        for (FakePerson person : crowd) {
            host.registry.put(person);
            host.login(clave, person);
        }
        look();
        assertThat(counters()).hasSize(one);
        assertThat(count("verify", "Granted")).isEqualTo(51);
        for (Meter meter : meters.getMeters()) {
            assertThat(meter.getId().getTags())
                    .allMatch(tag -> tag.getKey().equals("call") || tag.getKey().equals("outcome"));
            host.leaks.check(meter.getId());
        }
    }

    private double look() {
        return meters.get("clave.outcomes.known").gauge().value();
    }

    private double count(String call, String outcome) {
        return meters.get("clave.outcomes")
                .tags("call", call, "outcome", outcome)
                .functionCounter()
                .count();
    }

    private Collection<FunctionCounter> counters() {
        return meters.find("clave.outcomes").functionCounters();
    }
}
