package dev.clave.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Clave;
import dev.clave.Identified;
import dev.clave.MemoryPinStore;
import dev.clave.NotSent;
import dev.clave.PinPolicy;
import dev.clave.Reason;
import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.KeyRing;
import dev.clave.spi.PinStore;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeDeviceRegistry;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.FakePushGateway;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.Gate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A clave from the beans and the properties of an application, and what is said when it cannot be. */
class ClaveAutoConfigurationTest {
    private static String told(AssertableApplicationContext context) {
        assertThat(context).hasFailed();
        return Host.told(context.getStartupFailure());
    }

    @Test
    void three_beans_and_three_properties_make_a_login() {
        Host.complete().run(context -> assertThat(Host.logsIn(context)).isTrue());
    }

    @Test
    void all_that_is_missing_is_told_at_once_and_how_to_supply_it() {
        Host.empty()
                .withPropertyValues("clave.nodes=2", "clave.polcy.pin-length=8")
                .run(context -> assertThat(told(context))
                        .contains(
                                "PersonRegistry",
                                "AuditSink",
                                "SMS",
                                "There are no keys",
                                "head -c 32 /dev/urandom | base64",
                                "There are 2 nodes",
                                "clave.store.type",
                                "There is no property clave.polcy.pin-length"));
    }

    @Test
    void a_channel_names_its_route_and_two_of_one_are_refused() {
        Host.complete()
                .withUserConfiguration(Host.SecondSms.class)
                .run(context -> assertThat(told(context))
                        .contains("Several channels are for SMS: ", "sms", "spare", "@ForRoute"));
        Host.complete()
                .withUserConfiguration(App.class)
                .run(context -> assertThat(Host.logsIn(context)).isTrue());
        Host.complete()
                .withUserConfiguration(PushAlone.class)
                .run(context ->
                        assertThat(told(context)).contains("a channel for the app", "dev.clave.spi.DeviceRegistry"));
    }

    @Test
    void a_gateway_that_hangs_keeps_nobody_longer_than_the_deadline() {
        Host.complete().withPropertyValues("clave.delivery.deadline=50ms").run(context -> {
            Gate gate = context.getBean(FakeSmsGateway.class).hang();
            Clave clave = context.getBean(Clave.class);
            Identified login =
                    (Identified) clave.identify(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedContrast());
            assertThat(clave.obtainPin(login.handle())).isEqualTo(new NotSent(Reason.UNCONFIRMED));
            assertThat(gate).isNotNull();
        });
        Host.complete()
                .withPropertyValues("clave.delivery.deadline=0")
                .run(context -> assertThat(Host.logsIn(context)).isTrue());
    }

    @Test
    void a_store_in_memory_that_holds_nothing_is_told() {
        Host.empty()
                .withPropertyValues("clave.store.type=memory", "clave.store.memory.capacity=0")
                .run(context -> assertThat(Host.told(context.getStartupFailure()))
                        .contains("clave.store.memory.capacity is 0", "There are no keys"));
    }

    @Test
    void everything_can_be_overridden_by_a_bean() {
        Clave own = ownClave();
        Host.empty()
                .withBean(Clave.class, () -> own)
                .run(context -> assertThat(context.getBean(Clave.class)).isSameAs(own));
        FakePinStore store = new FakePinStore();
        Host.withoutKeys()
                .withPropertyValues("clave.nodes=3", "clave.store.type=jdbc")
                .withBean(KeyRing.class, FakeKeyRing::random)
                .withBean(PinStore.class, () -> store)
                .withBean(
                        PinPolicy.class, () -> PinPolicy.builder().pinLength(7).build())
                .run(context -> {
                    assertThat(Host.logsIn(context)).isTrue();
                    assertThat(store.size()).isPositive();
                    assertThat(context.getBean(FakeSmsGateway.class)
                                    .phoneOf(FakePeople.ANA)
                                    .lastPin())
                            .hasSize(7);
                });
    }

    private static Clave ownClave() {
        return Clave.builder()
                .registry(number -> Optional.empty())
                .channel(Route.SMS, message -> DeliveryResult.accepted())
                .audit(event -> {})
                .keys(KeyRing.ephemeral())
                .build();
    }

    @Test
    void a_clock_of_a_test_is_taken_and_the_applications_own_is_not() {
        FakeClock clock = new FakeClock();
        Host.complete()
                .withBean("mine", Clock.class, () -> Clock.fixed(FakeClock.START, ZoneOffset.UTC))
                .withBean("moved", FakeClock.class, () -> clock)
                .withPropertyValues("clave.store.type=memory", "clave.store.memory.capacity=10")
                .run(context -> {
                    Clave clave = context.getBean(Clave.class);
                    Identified login =
                            (Identified) clave.identify(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedContrast());
                    assertThat(login.endsAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
                    assertThat(context).hasSingleBean(MemoryPinStore.class);
                    clock.advance(Duration.ofMinutes(30));
                    assertThat(clave.obtainPin(login.handle())).isInstanceOf(NotSent.class);
                });
    }

    @Test
    void names_reach_the_messages_and_what_does_not_fit_is_told() {
        Host.complete()
                .withPropertyValues(
                        "clave.organisation=Oficina", "clave.site=oficina.example", "clave.zone=Atlantic/Canary")
                .run(context -> {
                    assertThat(Host.logsIn(context)).isTrue();
                    assertThat(context.getBean(FakeSmsGateway.class)
                                    .phoneOf(FakePeople.ANA)
                                    .lastText())
                            .startsWith("Oficina")
                            .contains("@oficina.example #");
                });
        Host.complete()
                .withPropertyValues(
                        "clave.organisation=" + "x".repeat(40),
                        "clave.tenant=" + "t".repeat(65),
                        "clave.site=https://oficina.example")
                .run(context -> assertThat(told(context))
                        .contains(
                                "clave.organisation: the organisation has 40 septets, more than 24",
                                "clave.tenant: a tenant has at most 64 characters",
                                "clave.site: the host name is not a DNS name in lower case, without scheme")
                        .doesNotContain("missing"));
        Host.complete()
                .withPropertyValues("clave.nodes=0")
                .run(context -> assertThat(told(context)).contains("clave.nodes is 0"));
    }

    @Test
    void a_channel_behind_the_proxy_of_a_scope_is_one_channel() {
        Host.complete()
                .withUserConfiguration(Hidden.class)
                .run(context -> assertThat(Host.logsIn(context)).isTrue());
    }

    @Test
    void several_beans_of_one_kind_are_told_by_name() {
        Host.complete()
                .withBean("other", AuditSink.class, () -> event -> {})
                .run(context -> assertThat(told(context)).contains("several beans", "audit, other", "@Primary"));
    }

    @Test
    void a_wrong_value_is_answered_with_those_that_are_right() {
        Host.complete()
                .withPropertyValues("clave.store.type=mysql")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("StoreType.mysql"));
    }

    @Test
    void a_customizer_has_the_last_word() {
        Host.complete()
                .withPropertyValues("clave.organisation=First")
                .withBean(ClaveBuilderCustomizer.class, () -> builder -> builder.organisation("Last"))
                .run(context -> {
                    assertThat(Host.logsIn(context)).isTrue();
                    assertThat(context.getBean(FakeSmsGateway.class)
                                    .phoneOf(FakePeople.ANA)
                                    .lastText())
                            .startsWith("Last");
                });
    }

    /** The app, with its devices. */
    @Configuration(proxyBeanMethods = false)
    static class App {
        @Bean
        @ForRoute(Route.APP)
        DeliveryChannel push() {
            return new FakePushGateway();
        }

        @Bean
        DeviceRegistry devices() {
            return new FakeDeviceRegistry();
        }
    }

    /** The app, without devices. */
    @Configuration(proxyBeanMethods = false)
    static class PushAlone {
        @Bean
        @ForRoute(Route.APP)
        DeliveryChannel push() {
            return message -> DeliveryResult.accepted();
        }
    }

    /** A channel that is not for injection. */
    @Configuration(proxyBeanMethods = false)
    static class Hidden {
        @Bean(autowireCandidate = false)
        DeliveryChannel target() {
            return new FakeSmsGateway();
        }
    }
}
