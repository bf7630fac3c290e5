package dev.clave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.Route;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeDeviceRegistry;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.hpke.HPKE;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The example of the wire format in the guide is what the library does, to the byte, with random numbers that repeat. */
class GuideTest {
    private static final Path GUIDE = Path.of("README.md").toAbsolutePath();
    private static final FakePerson ANA = FakePeople.ANA;
    private static final int POINT = 65;
    private static final HPKE SUITE =
            new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);

    /** Draws the same each time. */
    private static final class Repeating extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final transient SplittableRandom numbers = new SplittableRandom(1978);

        @Override
        public void nextBytes(byte[] bytes) {
            numbers.nextBytes(bytes);
        }
    }

    private final FakeClock clock = new FakeClock();
    private final FakeSmsGateway sms = new FakeSmsGateway();
    private final Clave clave = Clave.builder()
            .registry(FakeRegistry.withEverybody())
            .channel(Route.SMS, sms)
            .devices(new FakeDeviceRegistry())
            .audit(new RecordingAudit())
            .keys(FakeKeyRing.fixed())
            .store(new FakePinStore())
            .clock(clock)
            .generator(PinGenerator.of(new Repeating()))
            .organisation("Demo")
            .build();

    private static String block(String name) throws IOException {
        Matcher block =
                Pattern.compile("```" + name + "\\n(.*?)```\\n", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        assertThat(block.find()).as("a block of %s", name).isTrue();
        return block.group(1).strip();
    }

    private static String key(String use) throws IOException {
        return block("keys")
                .lines()
                .filter(line -> line.startsWith(use + " "))
                .map(line -> line.substring(use.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] point(String privateKey) {
        return CustomNamedCurves.getByName("secp256r1")
                .getG()
                .multiply(new BigInteger(privateKey, 16))
                .normalize()
                .getEncoded(false);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The value of a field of text. */
    private static String field(String json, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }

    /** The device of the example is active, and a PIN to sign with waits for it. */
    private String prepared() throws IOException {
        NewDevice device = NewDevice.of(base64(point(key("sealing"))), base64(point(key("signing"))), "Pixel 9", null);
        LoginRequest request = LoginRequest.of(ANA.typedNumber(), ANA.typedContrast());
        LoginHandle activation = handle(request.toActivate(device));
        clave.obtainPin(activation);
        Activated activated = (Activated)
                clave.devices().activate(activation, sms.phoneOf(ANA).lastPin(), device);
        clock.advance(Duration.ofMinutes(1));
        clave.obtainPin(handle(request.toSign("School meals grant", "I apply for a grant.")), "LUA7");
        clock.advance(Duration.ofSeconds(10));
        return activated.token().revealToken();
    }

    private LoginHandle handle(LoginRequest request) {
        return ((Identified) clave.identify(request)).handle();
    }

    @Test
    @DisplayName("the example of a poll")
    void example() throws IOException, InvalidCipherTextException {
        assertThat(field(block("request"), "token")).isEqualTo(prepared());
        byte[] answer = clave.devices().answer(block("request").getBytes(StandardCharsets.UTF_8));
        assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo(block("answer"));

        byte[] shown = Base64.getUrlDecoder().decode(field(block("answer"), "shown"));
        assertThat(new String(shown, StandardCharsets.UTF_8)).isEqualTo(block("shown"));
        byte[] sealed = Base64.getUrlDecoder().decode(field(block("answer"), "sealed"));
        assertThat(new String(opened(sealed, shown), StandardCharsets.UTF_8)).isEqualTo(block("plaintext"));
    }

    private static byte[] opened(byte[] sealed, byte[] shown) throws IOException, InvalidCipherTextException {
        var keys = SUITE.deserializePrivateKey(HexFormat.of().parseHex(key("sealing")), point(key("sealing")));
        return SUITE.setupBaseR(Arrays.copyOf(sealed, POINT), keys, "clave/1/pin".getBytes(StandardCharsets.US_ASCII))
                .open(shown, Arrays.copyOfRange(sealed, POINT, sealed.length));
    }

    @Test
    @DisplayName("the public keys of the example belong to the private ones")
    void publicKeys() throws IOException {
        assertThat(HexFormat.of().formatHex(point(key("sealing")))).isEqualTo(key("public-sealing"));
        assertThat(HexFormat.of().formatHex(point(key("signing")))).isEqualTo(key("public-signing"));
    }

    @Test
    @DisplayName("the JavaScript is the one that is run")
    void javaScript() throws IOException {
        try (InputStream script = GuideTest.class.getResourceAsStream("/dev/clave/app/clave-app.mjs")) {
            String run = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(block("js")).isEqualTo(run.strip());
        }
    }
}
