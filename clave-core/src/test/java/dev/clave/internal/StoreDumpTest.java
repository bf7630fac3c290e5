package dev.clave.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Clave;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.MemoryPinStore;
import dev.clave.PinPolicy;
import dev.clave.PinSent;
import dev.clave.Preset;
import dev.clave.Purpose;
import dev.clave.Risk;
import dev.clave.internal.crypto.HandleBox;
import dev.clave.internal.crypto.HandleContent;
import dev.clave.internal.crypto.KeyVault;
import dev.clave.internal.crypto.LoginSecret;
import dev.clave.internal.crypto.ProofInput;
import dev.clave.internal.crypto.Proofs;
import dev.clave.internal.state.Proof;
import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.Route;
import dev.clave.spi.Secret;
import dev.clave.spi.StoredEntry;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.LeakDetector;
import dev.clave.testkit.RecordingAudit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a thief of the store has, in bytes and as objects. */
class StoreDumpTest {
    private static final String TEXT = "Solicito el alta en el censo de obligados.";
    private static final PinPolicy SHORT_PINS = PinPolicy.builder(Preset.CLAVE_PIN)
            .acknowledge(Risk.UNDER_TWENTY_BITS)
            .build();

    private final FakeClock clock = new FakeClock();
    private final FakeKeyRing keys = FakeKeyRing.fixed();
    private final KeyVault vault = new KeyVault(keys);
    private final FakeSmsGateway sms = new FakeSmsGateway();

    private Clave clave(PinStore store, PinPolicy policy) {
        return Clave.builder()
                .registry(FakeRegistry.withEverybody())
                .channel(Route.SMS, sms)
                .audit(new RecordingAudit())
                .keys(keys)
                .store(store)
                .policy(policy)
                .clock(clock)
                .build();
    }

    /** Keeps the very objects that the library hands to its store in memory. */
    private static final class Kept implements PinStore {
        private final PinStore store;
        private final ConcurrentHashMap<EntryKey, StoredEntry> entries = new ConcurrentHashMap<>();

        Kept(PinStore store) {
            this.store = store;
        }

        @Override
        public Optional<StoredEntry> read(EntryKey key) {
            return store.read(key);
        }

        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            entries.put(key, first);
            return store.add(key, first);
        }

        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            entries.put(key, next);
            return store.replace(key, seen, next);
        }
    }

    @Test
    @DisplayName("K05 a store full of logins holds no number, phone, text, datum or PIN, in objects or in bytes")
    void holds_nobody_and_nothing() {
        Kept memory = new Kept(MemoryPinStore.withCapacity(1_000, clock));
        FakePinStore bytes = new FakePinStore();
        LeakDetector thief = new LeakDetector().watch("text", TEXT).watch("summary", "Alta censal");
        for (PinStore store : List.of(memory, bytes)) {
            fill(clave(store, PinPolicy.STANDARD), thief);
            clock.advance(Duration.ofHours(30));
        }
        assertThat(memory.entries.values()).hasSizeGreaterThan(5);
        assertThat(bytes.entries()).hasSameSizeAs(memory.entries);
        bytes.entries().forEach((key, entry) -> thief.check(key, key.bytes(), key.hex(), entry, entry.content()));
        memory.entries.forEach((key, entry) -> thief.check(key, entry, entry.content(), Innards.of(entry)));
    }

    /** Logins in every state: open, sent, granted, missed, cancelled, refused. */
    private void fill(Clave clave, LeakDetector thief) {
        List<FakePerson> people = FakePeople.everybody();
        for (int i = 0; i < people.size(); i++) {
            FakePerson person = people.get(i);
            thief.watch(person);
            LoginRequest request = LoginRequest.of(person.typedNumber(), person.typedContrast());
            if (clave.identify(i % 2 == 0 ? request : request.toSign("Alta censal", TEXT))
                    instanceof Identified login) {
                thief.watch("handle", login.handle().revealToken());
                goOn(clave, login.handle(), person, i, thief);
            }
        }
    }

    private void goOn(Clave clave, LoginHandle handle, FakePerson person, int stage, LeakDetector thief) {
        if (stage % 5 != 0 && clave.obtainPin(handle) instanceof PinSent) {
            String pin = sms.phoneOf(person).lastPin();
            thief.watch("PIN", pin);
            if (stage % 5 == 1) {
                clave.verify(handle, "AAAAAA", TEXT);
            } else if (stage % 5 == 2) {
                clave.verify(handle, pin);
            }
        }
        if (stage % 5 == 4) {
            clave.cancel(handle);
        }
    }

    @Test
    @DisplayName(
            "K05 with the store, the code, the phone and even the keys no guess can be tested; without the login's secret in the proof it could")
    void no_guess_can_be_tested() {
        FakePinStore store = new FakePinStore();
        Clave clave = clave(store, SHORT_PINS);
        LoginHandle handle =
                ((Identified) clave.identify(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedContrast())).handle();
        String code = ((PinSent) clave.obtainPin(handle)).code();
        String pin = sms.phoneOf(FakePeople.ANA).lastPin();
        EntryKey key = store.entries().keySet().iterator().next();
        byte[] dump = store.entries().get(key).content();

        assertThat(guesses(key, code, dump, new byte[LoginSecret.BYTES])).isEmpty();
        assertThat(guesses(
                        key, code, withoutSecret(dump, key, code, pin, secretOf(handle)), new byte[LoginSecret.BYTES]))
                .as("the mutant whose proof lacks the login's secret")
                .containsExactly(pin);
        assertThat(guesses(key, code, dump, secretOf(handle)))
                .as("who has the store, the keys and the handle")
                .containsExactly(pin);
    }

    @Test
    @DisplayName("K05 a plain digest of the PIN is not what is stored; the same search finds it where it is")
    void no_plain_digest() throws NoSuchAlgorithmException {
        FakePinStore store = new FakePinStore();
        Clave clave = clave(store, SHORT_PINS);
        LoginHandle handle =
                ((Identified) clave.identify(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedContrast())).handle();
        clave.obtainPin(handle);
        String pin = sms.phoneOf(FakePeople.ANA).lastPin();
        byte[] dump = store.entries().values().iterator().next().content();
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        Predicate<String> inDump = guess -> contains(dump, sha.digest(guess.getBytes(StandardCharsets.US_ASCII)));
        assertThat(allPins().filter(inDump)).isEmpty();
        byte[] mutant = sha.digest(pin.getBytes(StandardCharsets.US_ASCII));
        assertThat(allPins().filter(guess -> contains(mutant, sha.digest(guess.getBytes(StandardCharsets.US_ASCII)))))
                .containsExactly(pin);
    }

    private byte[] secretOf(LoginHandle handle) {
        HandleContent content = new HandleBox(vault, "").open(handle).orElseThrow();
        return Innards.secret(content.secret());
    }

    /** Every PIN that proves to something in the dump, for somebody who knows all but the login's secret. */
    private List<String> guesses(EntryKey key, String code, byte[] dump, byte[] secret) {
        return allPins()
                .filter(guess -> contains(dump, prove(key, code, guess, secret).bytes()))
                .toList();
    }

    private Proof prove(EntryKey key, String code, String pin, byte[] secret) {
        Proofs proofs = new Proofs(vault, "");
        ProofInput input = new ProofInput(
                key,
                LoginSecret.of(secret),
                1,
                Purpose.identification(),
                Route.SMS,
                FakePeople.ANA.phone().value(),
                code,
                Secret.of(pin));
        return proofs.prove(keys.current().id(), input);
    }

    private byte[] withoutSecret(byte[] dump, EntryKey key, String code, String pin, byte[] secret) {
        byte[] real = prove(key, code, pin, secret).bytes();
        byte[] weak = prove(key, code, pin, new byte[LoginSecret.BYTES]).bytes();
        int at = indexOf(dump, real);
        byte[] mutant = dump.clone();
        System.arraycopy(weak, 0, mutant, at, weak.length);
        return mutant;
    }

    private static Stream<String> allPins() {
        List<String> symbols = SHORT_PINS
                .alphabet()
                .symbols()
                .chars()
                .mapToObj(Character::toString)
                .toList();
        List<String> pins = new ArrayList<>();
        for (String a : symbols) {
            for (String b : symbols) {
                for (String c : symbols) {
                    pins.add(a + b + c);
                }
            }
        }
        return pins.stream();
    }

    private static boolean contains(byte[] where, byte[] what) {
        return indexOf(where, what) >= 0;
    }

    private static int indexOf(byte[] where, byte[] what) {
        for (int i = 0; i + what.length <= where.length; i++) {
            if (Arrays.equals(where, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }
}
