package dev.clave.spring.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Clave;
import dev.clave.spi.PinStore;
import dev.clave.spring.boot.SocketDecorator;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePinStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ObservationAutoConfigurationTest {
    private final ObservedHost host = new ObservedHost();
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ClaveHealthAutoConfiguration.class,
                    ClaveMetricsAutoConfiguration.class,
                    ClaveObservationAutoConfiguration.class,
                    HealthContributorAutoConfiguration.class,
                    HealthContributorRegistryAutoConfiguration.class,
                    MetricsAutoConfiguration.class,
                    CompositeMeterRegistryAutoConfiguration.class,
                    SimpleMetricsExportAutoConfiguration.class,
                    ObservationAutoConfiguration.class));

    @Test
    void an_application_with_clave_is_counted_observed_and_healthy() {
        Clave clave = host.clave();
        application
                .withBean(Clave.class, () -> clave)
                .withBean(PinStore.class, FakePinStore::new)
                .run(context -> {
                    assertThat(context).hasSingleBean(SocketDecorator.class).hasSingleBean(OutcomeMetrics.class);
                    MeterRegistry meters = context.getBean(MeterRegistry.class);
                    host.login(clave, FakePeople.ANA);
                    assertThat(meters.get("clave.outcomes.known").gauge().value())
                            .isEqualTo(4);
                    assertThat(meters.get("clave.outcomes")
                                    .tag("outcome", "Granted")
                                    .functionCounter()
                                    .count())
                            .isEqualTo(1);
                    assertThat(context.getBean(HealthContributorRegistry.class).getContributor("clave"))
                            .isSameAs(context.getBean(ClaveHealthIndicator.class));
                    assertThat(context.getBean(ClaveHealthIndicator.class)
                                    .health()
                                    .getDetails())
                            .containsEntry("store", "FakePinStore")
                            .doesNotContainKey("channels");
                });
    }

    @Test
    void a_channel_of_the_application_is_asked_for_its_health() {
        application
                .withBean(Clave.class, host::clave)
                .withBean("smsc", ChannelHealth.class, () -> () -> Optional.of("not bound"))
                .run(context -> assertThat(
                                context.getBean(ClaveHealthIndicator.class).health())
                        .satisfies(health -> {
                            assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
                            assertThat(health.getDetails()).containsOnlyKeys("channels");
                        }));
    }

    @Test
    void health_can_be_left_out_by_a_property() {
        application
                .withBean(Clave.class, host::clave)
                .withPropertyValues("management.health.clave.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(ClaveHealthIndicator.class));
    }

    @Test
    void without_a_clave_there_is_nothing_to_count() {
        application.run(context ->
                assertThat(context).doesNotHaveBean(OutcomeMetrics.class).doesNotHaveBean(ClaveHealthIndicator.class));
    }

    @Test
    void without_actuator_and_micrometer_the_application_starts() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        ClaveHealthAutoConfiguration.class,
                        ClaveMetricsAutoConfiguration.class,
                        ClaveObservationAutoConfiguration.class))
                .withBean(Clave.class, host::clave)
                .withClassLoader(
                        new FilteredClassLoader(HealthIndicator.class, MeterRegistry.class, ObservationRegistry.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean("claveHealthIndicator")
                        .doesNotHaveBean("claveOutcomeMetrics")
                        .doesNotHaveBean("claveObservedSockets"));
    }
}
