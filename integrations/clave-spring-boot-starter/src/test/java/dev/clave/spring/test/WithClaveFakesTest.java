package dev.clave.spring.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clave.Clave;
import dev.clave.ClaveUnavailableException;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.Refused;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.PersonRegistry;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeDevice;
import dev.clave.testkit.FakeDeviceRegistry;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.FakePushGateway;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import dev.clave.testkit.SteppingStore;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

class WithClaveFakesTest {
    private static final FakePerson ANA = FakePeople.ANA;

    private static Object login(Clave clave, FakeSmsGateway sms) {
        Identified login = (Identified) clave.identify(ANA.typedNumber(), ANA.typedContrast());
        clave.obtainPin(login.handle());
        return clave.verify(login.handle(), sms.phoneOf(ANA).lastPin());
    }

    @Nested
    @SpringBootTest(
            classes = {HostApplication.Login.class, HostApplication.Sockets.class},
            webEnvironment = SpringBootTest.WebEnvironment.NONE)
    @WithClaveFakes
    class InAnApplication {
        @Autowired
        Clave clave;

        @Autowired
        FakeRegistry registry;

        @Autowired
        FakeSmsGateway sms;

        @Autowired
        RecordingAudit audit;

        @Autowired
        FakeClock clock;

        @Autowired
        FakeKeyRing keys;

        @Autowired
        FakePinStore kept;

        @Autowired
        SteppingStore store;

        @Autowired
        HostApplication.Citizens citizens;

        @Autowired
        PersonRegistry preferred;

        @RepeatedTest(3)
        void each_test_begins_anew() {
            assertThat(sms.sent()).isEmpty();
            assertThat(audit.events()).isEmpty();
            assertThat(kept.size()).isZero();
            assertThat(clock.instant()).isEqualTo(FakeClock.START);
            assertThat(login(clave, sms)).isInstanceOf(Granted.class);
            assertThat(sms.sent()).hasSize(1);
            assertThat(audit.events()).isNotEmpty();
            assertThat(kept.size()).isEqualTo(1);
            assertThat(registry.calls()).isPositive();
            clock.advance(Duration.ofDays(1));
            registry.remove(ANA);
            assertThat(clave.identify(ANA.typedNumber(), ANA.typedContrast())).isInstanceOf(Refused.class);
        }

        @Test
        void what_else_the_application_does_works_on() {
            assertThat(citizens.count()).isEqualTo(47);
            assertThat(preferred.find(ANA.number())).contains(ANA.person());
        }

        @Test
        void a_socket_can_be_broken(@Autowired FakeSmsGateway again) {
            assertThat(again).isSameAs(sms);
            keys.failAlways();
            assertThatExceptionOfType(ClaveUnavailableException.class).isThrownBy(() -> login(clave, sms));
            keys.recover();
            store.failAlways();
            assertThatExceptionOfType(ClaveUnavailableException.class).isThrownBy(() -> login(clave, sms));
        }

        @Test
        void without_devices_in_the_application_there_is_no_app() {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(clave::devices);
        }
    }

    @Nested
    @SpringJUnitConfig({
        HostApplication.Login.class,
        HostApplication.Sockets.class,
        HostApplication.App.class,
        HostApplication.Observed.class
    })
    @WithClaveFakes
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WithDevicesAndOneInstance {
        @Autowired
        Clave clave;

        @Autowired
        FakeSmsGateway sms;

        @Autowired
        FakePushGateway push;

        @Autowired
        FakeDeviceRegistry devices;

        @Autowired
        FakeClock clock;

        @Autowired
        ApplicationContext context;

        @RepeatedTest(2)
        void the_devices_of_the_application_are_faked_too() {
            assertThat(sms.sent()).isEmpty();
            assertThat(devices.calls()).isZero();
            FakeDevice phone = new FakeDevice("Pixel 9", clock, clave.devices()::answer);
            assertThat(phone.name()).isEqualTo("Pixel 9");
            assertThat(login(clave, sms)).isInstanceOf(Granted.class);
            assertThat(devices.calls()).isPositive();
            assertThat(push.sent()).isEmpty();
        }
    }

    @Nested
    @SpringJUnitConfig(HostApplication.Login.class)
    @WithClaveFakes(app = true)
    class InAPartOfAnApplication {
        private final Clave clave;
        private final FakeSmsGateway sms;

        @Autowired
        InAPartOfAnApplication(Clave clave, FakeSmsGateway sms) {
            this.clave = clave;
            this.sms = sms;
        }

        @RepeatedTest(2)
        void nothing_of_the_application_need_be_there(@Autowired DeviceRegistry devices) {
            assertThat(sms.sent()).isEmpty();
            assertThat(login(clave, sms)).isInstanceOf(Granted.class);
            assertThat(clave.devices().of(ANA.number())).isEmpty();
            assertThat(devices.find(ANA.number())).isEmpty();
        }

        @Nested
        class AndFurtherIn {
            @Autowired
            FakeSmsGateway same;

            @RepeatedTest(2)
            void it_is_the_same_application() {
                assertThat(same.sent()).isEmpty();
                assertThat(login(clave, same)).isInstanceOf(Granted.class);
            }
        }
    }

    @Nested
    @SpringJUnitConfig(HostApplication.App.class)
    class Without {
        @Test
        void nothing_is_faked(@Autowired(required = false) FakeSmsGateway sms) {
            assertThat(sms).isNull();
        }
    }
}
