package dev.clave.attack;

import dev.clave.Clave;
import dev.clave.Identified;
import dev.clave.IdentifyOutcome;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.MemoryPinStore;
import dev.clave.PinPolicy;
import dev.clave.PinPolicyBuilder;
import dev.clave.PinSent;
import dev.clave.identity.IdentityNumber;
import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.EntryKey;
import dev.clave.spi.Message;
import dev.clave.spi.Person;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PinMessage;
import dev.clave.spi.PinStore;
import dev.clave.spi.Route;
import dev.clave.spi.StoredEntry;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePerson;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A clave that keeps nothing but its entries, over sockets that cost next to nothing, so that the memory and the time it takes are its own. */
final class Clerk {
    final FakeClock clock = new FakeClock();
    final Clave clave;

    /** Is called whenever an entry is about to be replaced. */
    Runnable beforeWrite = () -> {};

    private String received = "";

    Clerk(PersonRegistry registry, AuditSink audit, UnaryOperator<PinPolicyBuilder> rules) {
        this(registry, audit, rules, UnaryOperator.identity());
    }

    /** In whose store entries are kept as something else, like {@link #asBytes}. */
    Clerk(
            PersonRegistry registry,
            AuditSink audit,
            UnaryOperator<PinPolicyBuilder> rules,
            UnaryOperator<StoredEntry> kept) {
        clave = Clave.builder()
                .registry(registry)
                .channel(Route.SMS, this::receive)
                .audit(audit)
                .keys(FakeKeyRing.random())
                .store(new Store(MemoryPinStore.withCapacity(10_000, clock), kept))
                .clock(clock)
                .generator(Desk.GENERATOR)
                .policy(rules.apply(PinPolicy.builder()).build())
                .build();
    }

    /** Knows these people, and has an answer for each of them ready: that a person is found takes no more memory than that none is. */
    static PersonRegistry knowing(Collection<FakePerson> people) {
        Map<IdentityNumber, Optional<Person>> known =
                people.stream().collect(Collectors.toMap(FakePerson::number, each -> Optional.of(each.person())));
        return number -> known.getOrDefault(number, Optional.empty());
    }

    /** As a store outside the process keeps it. */
    static StoredEntry asBytes(StoredEntry entry) {
        return StoredEntry.of(entry.version(), entry.keepUntil(), entry.content());
    }

    private DeliveryResult receive(Message message) {
        received = ((PinMessage) message).revealPin();
        return DeliveryResult.accepted();
    }

    /** The PIN that was sent last. */
    String pin() {
        return received;
    }

    void told(LoginRequest request, IdentifyOutcome expected) {
        if (!clave.identify(request).equals(expected)) {
            throw new AssertionError("another outcome than " + expected);
        }
    }

    /** A login that waits for its PIN to be asked for. */
    LoginHandle opened(FakePerson person) {
        return ((Identified) clave.identify(Desk.request(person))).handle();
    }

    /** A login that waits for its PIN. */
    LoginHandle ready(FakePerson person) {
        return sent(opened(person));
    }

    /** The same of one who types this. */
    LoginHandle ready(String number, String contrast) {
        return sent(((Identified) clave.identify(number, contrast)).handle());
    }

    private LoginHandle sent(LoginHandle login) {
        if (!(clave.obtainPin(login) instanceof PinSent)) {
            throw new AssertionError("no PIN was sent");
        }
        return login;
    }

    private final class Store implements PinStore {
        private final PinStore memory;
        private final UnaryOperator<StoredEntry> kept;

        Store(PinStore memory, UnaryOperator<StoredEntry> kept) {
            this.memory = memory;
            this.kept = kept;
        }

        @Override
        public Optional<StoredEntry> read(EntryKey key) {
            return memory.read(key);
        }

        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            return memory.add(key, kept.apply(first));
        }

        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            beforeWrite.run();
            return memory.replace(key, seen, kept.apply(next));
        }
    }
}
