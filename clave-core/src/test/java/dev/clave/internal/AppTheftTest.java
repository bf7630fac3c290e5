package dev.clave.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.clave.Activated;
import dev.clave.Clave;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.NewDevice;
import dev.clave.PinGenerator;
import dev.clave.PinPolicy;
import dev.clave.PinSent;
import dev.clave.Preset;
import dev.clave.Purpose;
import dev.clave.Risk;
import dev.clave.internal.crypto.HandleBox;
import dev.clave.internal.crypto.KeyVault;
import dev.clave.internal.crypto.LoginSecret;
import dev.clave.internal.crypto.ProofInput;
import dev.clave.internal.crypto.Proofs;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.EntryKey;
import dev.clave.spi.Route;
import dev.clave.spi.Secret;
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
import dev.clave.testkit.LeakDetector;
import dev.clave.testkit.RecordingAudit;
import dev.clave.testkit.ShownPin;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a thief has of a PIN that went to the app: the store, the keys, the devices, the audit, the logs, what every socket was given. */
class AppTheftTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final String SUMMARY = "Alta censal";
    private static final PinPolicy SHORT_PINS = PinPolicy.builder(Preset.CLAVE_PIN)
            .acknowledge(Risk.UNDER_TWENTY_BITS)
            .build();

    /** Keeps all that was ever drawn. */
    private static final class Recorded extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final transient List<byte[]> drawn = new ArrayList<>();
        private final transient SecureRandom source = new SecureRandom();

        @Override
        public void nextBytes(byte[] bytes) {
            source.nextBytes(bytes);
            drawn.add(bytes.clone());
        }
    }

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final FakeClock clock = new FakeClock();
    private final FakeKeyRing keys = FakeKeyRing.fixed();
    private final KeyVault vault = new KeyVault(keys);
    private final FakeSmsGateway sms = new FakeSmsGateway();
    private final FakePushGateway push = new FakePushGateway();
    private final FakeDeviceRegistry devices = new FakeDeviceRegistry();
    private final RecordingAudit audit = new RecordingAudit();
    private final FakePinStore store = new FakePinStore();
    private final Recorded random = new Recorded();
    private final Clave clave = Clave.builder()
            .registry(FakeRegistry.withEverybody())
            .channel(Route.SMS, sms)
            .channel(Route.APP, push)
            .devices(devices)
            .audit(audit)
            .keys(keys)
            .store(store)
            .policy(SHORT_PINS)
            .clock(clock)
            .generator(PinGenerator.of(random))
            .build();
    private final FakeDevice phone =
            new FakeDevice("Pixel 9", clock, body -> clave.devices().answer(body));
    private Level before = Level.INFO;

    @BeforeEach
    void listen() {
        before = Objects.requireNonNull(root.getLevel());
        root.setLevel(Level.TRACE);
        logged.start();
        root.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(logged);
        root.setLevel(before);
    }

    private NewDevice offer() {
        return NewDevice.of(phone.sealingKey(), phone.signingKey(), phone.name(), phone.pushAddress());
    }

    private LoginHandle open(LoginRequest request) {
        return ((Identified) clave.identify(request)).handle();
    }

    private static LoginRequest request() {
        return LoginRequest.of(ANA.typedNumber(), ANA.typedContrast());
    }

    private void activate() {
        LoginHandle login = open(request().toActivate(offer()));
        clave.obtainPin(login);
        Activated activated =
                (Activated) clave.devices().activate(login, sms.phoneOf(ANA).lastPin(), offer());
        phone.keep(activated.token().revealToken());
        clock.advance(Duration.ofMinutes(1));
    }

    /** All that leaves the library, but the handle. */
    private List<Object> loot() {
        List<Object> loot = new ArrayList<>(List.of(
                store.entries(),
                audit.events(),
                push.sent(),
                keys.current(),
                keys.subject(),
                devices,
                phone.pollRequest()));
        push.sent().forEach(message -> loot.add(message.text().reveal()));
        logged.list.forEach(event -> loot.add(event.getFormattedMessage()));
        loot.add(clave.devices().answer(phone.pollRequest()));
        loot.add(devices.activeOf(ANA).map(Device::toString));
        return loot;
    }

    @Test
    @DisplayName("K05 it stands nowhere: not the PIN, not the summary, not what it was sealed by")
    void nowhere() {
        activate();
        int drawnBefore = random.drawn.size();
        LoginHandle login = open(request().toSign(SUMMARY, "the text"));
        clave.obtainPin(login);
        ShownPin shown = phone.poll().orElseThrow();
        LeakDetector thief =
                new LeakDetector().watch(ANA).watch("PIN", shown.revealPin()).watch("summary", SUMMARY);
        random.drawn.stream()
                .skip(drawnBefore)
                .filter(bytes -> bytes.length == 32)
                .forEach(seed -> thief.watch("seed of a sealing", seed));
        assertThat(random.drawn.stream().skip(drawnBefore).filter(bytes -> bytes.length == 32))
                .as("what it was sealed by was drawn")
                .hasSize(1);
        thief.check(loot().toArray());
    }

    @Test
    @DisplayName(
            "K05 no PIN of all 32,768 can be told to be the one, by whoever has all but the handle; with the handle it can")
    void no_guess_can_be_tested() {
        activate();
        LoginHandle login = open(request());
        String code = ((PinSent) clave.obtainPin(login)).code();
        String pin = phone.poll().map(ShownPin::revealPin).orElseThrow();
        assertThat(pin).hasSize(3);

        for (byte[] secret : guessedSecrets()) {
            assertThat(guesses(code, secret)).isEmpty();
        }
        byte[] real = Innards.secret(
                new HandleBox(vault, "").open(login).orElseThrow().secret());
        assertThat(guesses(code, real))
                .as("the search finds it where it can be found")
                .containsExactly(pin);
    }

    /** What a thief might take for the login's secret: nothing, its name, the name of the push, the sealed bytes. */
    private List<byte[]> guessedSecrets() {
        List<byte[]> secrets = new ArrayList<>();
        secrets.add(new byte[LoginSecret.BYTES]);
        String login = phone.poll().map(ShownPin::login).orElseThrow();
        secrets.add(HexFormat.of().parseHex(login));
        String send = push.sent().get(push.sent().size() - 1).id().value();
        secrets.add(HexFormat.of().parseHex(send.substring(0, 32)));
        byte[] entry = store.entries().get(key()).content();
        secrets.add(Arrays.copyOf(entry, LoginSecret.BYTES));
        return secrets;
    }

    private EntryKey key() {
        return store.entries().keySet().iterator().next();
    }

    private List<String> guesses(String code, byte[] secret) {
        byte[] dump = store.entries().get(key()).content();
        String destination = destination();
        return allPins()
                .filter(guess -> contains(dump, proof(code, guess, secret, destination)))
                .toList();
    }

    private String destination() {
        Device device = devices.activeOf(ANA).orElseThrow();
        return device.id().hex() + HexFormat.of().formatHex(device.keys().digest());
    }

    private byte[] proof(String code, String pin, byte[] secret, String destination) {
        ProofInput input = new ProofInput(
                key(),
                LoginSecret.of(secret),
                1,
                Purpose.identification(),
                Route.APP,
                destination,
                code,
                Secret.of(pin));
        return new Proofs(vault, "").prove(keys.current().id(), input).bytes();
    }

    private static Stream<String> allPins() {
        String symbols = SHORT_PINS.alphabet().symbols();
        return symbols.chars()
                .boxed()
                .flatMap(a -> symbols.chars()
                        .boxed()
                        .flatMap(b -> symbols.chars().mapToObj(c -> "" + (char) (int) a + (char) (int) b + (char) c)));
    }

    private static boolean contains(byte[] where, byte[] what) {
        long first = ByteBuffer.wrap(what).getLong();
        ByteBuffer words = ByteBuffer.wrap(where);
        for (int i = 0; i + what.length <= where.length; i++) {
            if (words.getLong(i) == first && Arrays.equals(where, i, i + what.length, what, 0, what.length)) {
                return true;
            }
        }
        return false;
    }

    @Test
    @DisplayName("a registry of devices has what it needs, and nothing that opens anything")
    void registry() {
        activate();
        DeviceRegistry asRegistry = devices;
        Device device = asRegistry.find(ANA.number()).orElseThrow();
        new LeakDetector()
                .watch(ANA)
                .check(device, device.toString(), device.keys().toString());
    }
}
