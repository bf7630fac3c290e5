package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clave.Budget;
import dev.clave.ClaveUnavailableException;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.LoginHandle;
import dev.clave.NotSent;
import dev.clave.PinPolicy;
import dev.clave.PinSent;
import dev.clave.Reason;
import dev.clave.Socket;
import dev.clave.TryLater;
import dev.clave.WrongPin;
import dev.clave.attack.Desk.Ready;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.EntryKey;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PinStore;
import dev.clave.spi.Route;
import dev.clave.spi.SecurityNotice;
import dev.clave.spi.StoredEntry;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.LeakDetector;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that throw what Java does not let them, hand over what is not there yet, and are slow. */
class HostileHostTest {
    private static final FakePerson ANA = FakePeople.ANA;

    /** Throws anything, as code of a language without checked exceptions does. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T, E extends Throwable> T raise(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static void closedAndQuiet(Supplier<?> call, Socket socket) {
        Throwable thrown = catchThrowable(call::get);
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        ClaveUnavailableException.class,
                        e -> assertThat(e.socket()).isEqualTo(socket));
        new LeakDetector().watch(ANA).check(thrown);
    }

    @Test
    @DisplayName(
            "C10 a registry that throws a checked exception, or an error, is closed and says nothing of the person")
    void registry() {
        PersonRegistry checked = number -> raise(new IOException("no row for " + number.value()));
        PersonRegistry error = number -> raise(new AssertionError("no row for " + number.value()));
        closedAndQuiet(() -> Desk.with(builder -> builder.registry(checked)).identify(ANA), Socket.REGISTRY);
        closedAndQuiet(() -> Desk.with(builder -> builder.registry(error)).identify(ANA), Socket.REGISTRY);
    }

    @Test
    @DisplayName("L08 an audit that throws a checked exception lets no grant out")
    void audit() {
        AtomicBoolean broken = new AtomicBoolean();
        Desk desk = Desk.with(builder -> builder.audit(event -> {
            if (broken.get()) {
                raise(new IOException("disk full: " + ANA.number().value()));
            }
        }));
        Ready login = desk.ready(ANA);
        broken.set(true);
        closedAndQuiet(() -> desk.clave.verify(login.handle(), login.pin()), Socket.AUDIT);
    }

    @Test
    @DisplayName("D01 a channel that throws a checked exception, or an error, has refused")
    void channel() {
        for (Throwable thrown : List.of(new IOException("cannot post"), new AssertionError("cannot post"))) {
            Desk desk = Desk.with(builder -> builder.channel(Route.SMS, message -> raise(thrown)));
            assertThat(desk.clave.obtainPin(desk.open(ANA))).isEqualTo(new NotSent(Reason.UNDELIVERABLE));
            assertThat(desk.audit.all(AuditEvent.DeliveryFailed.class)).hasSize(1);
        }
    }

    @Test
    @DisplayName("F13 a notice that cannot be sent changes no outcome, whatever is thrown")
    void notice() {
        FakeSmsGateway sms = new FakeSmsGateway();
        DeliveryChannel half =
                message -> message instanceof SecurityNotice ? raise(new IOException("gone")) : sms.deliver(message);
        PinPolicy policy = PinPolicy.builder().wrongPinsInARow(2).build();
        Desk desk = Desk.with(builder -> builder.channel(Route.SMS, half).policy(policy));
        LoginHandle handle = desk.open(ANA);
        desk.clave.obtainPin(handle);
        String wrong = Pins.otherThan(sms.phoneOf(ANA).lastPin());
        assertThat(desk.clave.verify(handle, wrong)).isInstanceOf(WrongPin.class);
    }

    /** An entry that is read only when it is asked for. */
    private record Lazy(StoredEntry entry, AtomicReference<Supplier<byte[]>> reading) implements StoredEntry {
        @Override
        public long version() {
            return entry.version();
        }

        @Override
        public Instant keepUntil() {
            return entry.keepUntil();
        }

        @Override
        public byte[] content() {
            return reading.get() == null ? entry.content() : reading.get().get();
        }
    }

    @Test
    @DisplayName("P08 an entry whose content cannot be read, or is null, is closed")
    void lazyContent() {
        AtomicReference<Supplier<byte[]>> reading = new AtomicReference<>();
        FakePinStore rows = new FakePinStore();
        Desk desk = new Desk(new PinStore() {
            @Override
            public Optional<StoredEntry> read(EntryKey key) {
                return rows.read(key).map(entry -> new Lazy(entry, reading));
            }

            @Override
            public boolean add(EntryKey key, StoredEntry first) {
                return rows.add(key, first);
            }

            @Override
            public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
                return rows.replace(key, seen, next);
            }
        });
        desk.open(ANA);
        reading.set(() -> raise(new IOException(ANA.number().value())));
        closedAndQuiet(() -> desk.identify(ANA), Socket.STORE);
        reading.set(HostileHostTest::nothing);
        closedAndQuiet(() -> desk.identify(ANA), Socket.STORE);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pago 100\uD800 EUR", "\uDC00", "a\uD83D"})
    @DisplayName("F12 half a character has no place in a text to be signed: two texts would be one")
    void halfCharacters(String text) {
        Desk desk = new Desk();
        assertThatThrownBy(() -> Desk.request(ANA).toSign("Pago", text)).isInstanceOf(IllegalArgumentException.class);
        LoginHandle handle = desk.open(Desk.request(ANA).toSign("Pago", "Pago 100? EUR"));
        desk.obtain(handle);
        assertThatThrownBy(() -> desk.clave.verify(handle, desk.pinOf(ANA), text))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(desk.clave.verify(handle, desk.pinOf(ANA), "Pago 100? EUR")).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("F05 a handle of the past gets the answer of garbage, whatever it was for")
    void garbageAndPast() {
        Desk desk = new Desk();
        LoginHandle past = desk.open(ANA);
        LoginHandle current = desk.open(ANA);
        assertThat(desk.clave.verify(past, "ABCDEF", "text"))
                .isEqualTo(desk.clave.verify(LoginHandle.of("garbage"), "ABCDEF", "text"))
                .isEqualTo(new Denied(Reason.NOT_CURRENT));
        assertThat(desk.clave.verify(current, "ABCDEF", "text")).isEqualTo(new Denied(Reason.OTHER_PURPOSE));
    }

    @Test
    @DisplayName("S04 a registry so slow that the PIN could not live its time: nothing is sent")
    void slowRegistry() {
        AtomicReference<Runnable> pause = new AtomicReference<>(() -> {});
        FakeRegistry people = FakeRegistry.withEverybody();
        Desk desk = Desk.with(builder -> builder.registry(number -> {
            pause.get().run();
            return people.find(number);
        }));
        LoginHandle handle = desk.open(ANA);
        desk.later(Duration.ofMinutes(20));
        pause.set(() -> desk.clock.advance(Duration.ofMinutes(9)));
        assertThat(desk.clave.obtainPin(handle)).isEqualTo(new NotSent(Reason.START_AGAIN));
        assertThat(desk.sms.sent()).isEmpty();
    }

    @Test
    @DisplayName("D05 the time from which another PIN may be asked for is one at which it may")
    void againAt() {
        PinPolicy policy = PinPolicy.builder()
                .wrongPins(new Budget(1, Duration.ofMinutes(5)))
                .build();
        Desk desk = Desk.with(builder -> builder.policy(policy));
        Ready login = desk.ready(ANA);
        assertThat(desk.clave.verify(login.handle(), Pins.otherThan(login.pin())))
                .isInstanceOf(WrongPin.class);
        Instant told = ((PinSent) desk.clave.status(login.handle())).againAt().orElseThrow();
        desk.clock.set(told.minusMillis(1));
        assertThat(desk.clave.requestAgain(login.handle())).isEqualTo(new TryLater(told));
        desk.clock.set(told);
        assertThat(desk.clave.requestAgain(login.handle())).isInstanceOf(PinSent.class);
    }

    @Test
    @DisplayName("C07 an hour after a login the entry of a refused person is as large as a stranger's")
    void historyDoesNotShow() {
        Desk desk = new Desk();
        desk.logIn(ANA);
        for (int i = 0; i < 2; i++) {
            desk.later(Duration.ofHours(3));
            desk.identifyWrongly(ANA);
            desk.identifyWrongly(FakePeople.ULISES);
        }
        assertThat(desk.encoded().entries().values())
                .extracting(entry -> entry.content().length)
                .hasSize(2)
                .containsOnly(
                        desk.encoded().entries().values().iterator().next().content().length);
    }
}
