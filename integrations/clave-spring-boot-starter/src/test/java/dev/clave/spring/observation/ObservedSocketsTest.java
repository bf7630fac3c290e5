package dev.clave.spring.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clave.Activated;
import dev.clave.Clave;
import dev.clave.ClaveUnavailableException;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.MemoryPinStore;
import dev.clave.NewDevice;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.EntryKey;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import dev.clave.testkit.FakeDevice;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakePinStore;
import io.micrometer.core.instrument.Meter;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObservedSocketsTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final String ABOUT_ANA = "no row for 99999018D, phone +34600000018";

    private final ObservedHost host = new ObservedHost();

    /** What a host throws when nobody has told it how. */
    private static final class CarelessException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CarelessException() {
            super(ABOUT_ANA, new IllegalStateException(ABOUT_ANA));
        }
    }

    @Test
    @DisplayName("L07 a login is observed with these keys and values, and none of them is about a person")
    void a_login_is_observed() {
        assertThat(host.login(host.clave(), ANA)).isInstanceOf(Granted.class);
        assertThat(host.observed())
                .containsExactlyInAnyOrder(
                        "clave.audit[event=AccessGranted, exception=none, result=recorded]",
                        "clave.audit[event=LoginOpened, exception=none, result=recorded]",
                        "clave.audit[event=PinMade, exception=none, result=recorded]",
                        "clave.audit[event=WrongPinGiven, exception=none, result=recorded]",
                        "clave.delivery[exception=none, message=pin, result=accepted, route=sms]",
                        "clave.devices[exception=none, operation=find, result=answered]",
                        "clave.registry[exception=none, operation=find, result=answered]",
                        "clave.store[exception=none, operation=add, result=written]",
                        "clave.store[exception=none, operation=read, result=absent]",
                        "clave.store[exception=none, operation=read, result=found]",
                        "clave.store[exception=none, operation=replace, result=written]");
        host.checkForLeaks();
    }

    @Test
    @DisplayName("L07 an activation, a device and a push are observed, and none of it is about a person")
    void a_device_is_observed() {
        Clave clave = host.clave();
        FakeDevice phone = new FakeDevice("Ana's Pixel", host.clock, clave.devices()::answer);
        NewDevice offer = NewDevice.of(phone.sealingKey(), phone.signingKey(), phone.name(), phone.pushAddress());
        LoginHandle handle = ((Identified) clave.identify(
                        LoginRequest.of(ANA.typedNumber(), ANA.typedContrast()).toActivate(offer)))
                .handle();
        clave.obtainPin(handle);
        Activated activated = (Activated)
                clave.devices().activate(handle, host.sms.phoneOf(ANA).lastPin(), offer);
        phone.keep(activated.token().revealToken());
        host.clock.advance(Duration.ofMinutes(2));
        clave.obtainPin(host.open(clave, ANA));
        clave.devices()
                .deactivate(
                        ANA.number(),
                        clave.devices().of(ANA.number()).orElseThrow().id(),
                        "operator");
        assertThat(host.observed())
                .contains(
                        "clave.delivery[exception=none, message=app_notice, result=accepted, route=app]",
                        "clave.delivery[exception=none, message=security_notice, result=accepted, route=sms]",
                        "clave.devices[exception=none, operation=activate, result=written]",
                        "clave.devices[exception=none, operation=deactivate, result=written]");
        host.leaks.watch("name of the device", "Ana's Pixel").watch("push address", phone.pushAddress());
        host.leaks.watch("device token", activated.token().revealToken());
        host.checkForLeaks();
    }

    @Test
    @DisplayName("L07 what a socket throws is observed by its type, and not in its words")
    void an_exception_is_observed_by_its_type() {
        PersonRegistry careless = number -> {
            throw new CarelessException();
        };
        Clave clave = host.clave(new FakePinStore(), careless, host.sms, host.audit, host.devices);
        assertThatExceptionOfType(ClaveUnavailableException.class)
                .isThrownBy(() -> clave.identify(ANA.typedNumber(), ANA.typedContrast()))
                .withMessageEndingWith("$CarelessException");
        assertThat(host.observed())
                .contains("clave.registry[exception=CarelessException, operation=find, result=failed]");
        assertThat(host.seen)
                .extracting(Observation.Context::getError)
                .anySatisfy(error -> assertThat(error)
                        .isInstanceOf(SocketFailedException.class)
                        .hasMessage("CarelessException")
                        .hasNoCause());
        host.checkForLeaks();
    }

    @Test
    @DisplayName("L07 each socket that fails is named, and nobody else is")
    void each_socket_that_fails_is_named() {
        DeliveryChannel careless = message -> {
            throw new CarelessException();
        };
        Clave clave = host.clave(new FakePinStore(), host.registry, careless, host.audit, host.devices);
        clave.obtainPin(host.open(clave, ANA));
        Clave audited = host.clave();
        host.audit.failAlways();
        assertThatExceptionOfType(ClaveUnavailableException.class).isThrownBy(() -> host.open(audited, ANA));
        Clave unsure = host.clave(new Lost(), host.registry, host.sms, host.audit, host.devices);
        assertThatExceptionOfType(ClaveUnavailableException.class).isThrownBy(() -> host.open(unsure, ANA));
        assertThat(host.observed())
                .contains(
                        "clave.delivery[exception=CarelessException, message=pin, result=failed, route=sms]",
                        "clave.audit[event=LoginOpened, exception=BrokenOnPurposeException, result=failed]",
                        "clave.store[exception=CarelessException, operation=add, result=failed]");
        host.checkForLeaks();
    }

    /** A store that takes nothing. */
    private static final class Lost implements PinStore {
        @Override
        public Optional<StoredEntry> read(EntryKey key) {
            return Optional.empty();
        }

        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            throw new CarelessException();
        }

        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            throw new CarelessException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_refusal_is_observed_by_its_reason(DeliveryResult.Reason reason) {
        Clave clave = host.clave();
        host.sms.refuse(reason);
        clave.obtainPin(host.open(clave, ANA));
        assertThat(host.observed())
                .contains("clave.delivery[exception=none, message=pin, result="
                        + reason.name().toLowerCase(Locale.ROOT) + ", route=sms]");
        host.checkForLeaks();
    }

    @Test
    @DisplayName("L07 many people make no more meters than one")
    void many_people_make_no_more_meters_than_one() {
        Clave clave = host.clave();
        host.login(clave, ANA);
        Set<Meter.Id> one = host.metered();
        assertThat(one).isNotEmpty();
        for (FakePerson person : FakePeople.crowd(12)) {
            host.registry.put(person);
            assertThat(host.login(clave, person)).isInstanceOf(Granted.class);
        }
        assertThat(host.metered()).isEqualTo(one);
        host.checkForLeaks();
    }

    @Test
    void a_lost_race_is_observed_as_such() {
        ObservedSockets sockets = new ObservedSockets(ObservationRegistry.create());
        FakePinStore store = new FakePinStore();
        assertThat(sockets.store(store)).isNotSameAs(store).isInstanceOf(ObservedStore.class);
        host.login(host.clave(new Late(store), host.registry, host.sms, host.audit, host.devices), ANA);
        assertThat(host.observed()).contains("clave.store[exception=none, operation=add, result=conflict]");
    }

    /** A store in which the first write comes too late. */
    private record Late(FakePinStore store) implements PinStore {
        @Override
        public Optional<StoredEntry> read(EntryKey key) {
            return store.read(key);
        }

        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            boolean late = store.writes() == 0;
            boolean done = store.add(key, first);
            return done && !late;
        }

        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            return store.replace(key, seen, next);
        }
    }

    @Test
    void a_store_in_memory_is_left_as_it_is() {
        MemoryPinStore memory = MemoryPinStore.create();
        assertThat(new ObservedSockets(ObservationRegistry.create()).store(memory))
                .isSameAs(memory);
    }
}
