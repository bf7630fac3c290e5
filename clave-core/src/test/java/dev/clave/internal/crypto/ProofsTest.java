package dev.clave.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.ClaveUnavailableException;
import dev.clave.Purpose;
import dev.clave.Socket;
import dev.clave.internal.state.Proof;
import dev.clave.spi.EntryKey;
import dev.clave.spi.Route;
import dev.clave.spi.Secret;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProofsTest {
    private static final String PHONE = "+34699999018";
    private static final ProofInput INPUT =
            input(new EntryKey(11, 12), 1, 1, Contents.SIGNATURE, PHONE, "A7XQ", "K7QM2A");

    private final RotatingRing ring = RotatingRing.fresh();
    private final Proofs proofs = new Proofs(new KeyVault(ring), "sede");

    @Test
    @DisplayName("the same PIN under the same circumstances has the same proof")
    void same() {
        assertThat(proofs.prove("first", INPUT).matches(proofs.prove("first", INPUT)))
                .isTrue();
        assertThat(proofs.currentKeyId()).isEqualTo("first");
    }

    @Test
    @DisplayName("another person, login, generation, purpose, text, destination, code or PIN has another proof")
    void boundToEverything() {
        EntryKey entry = INPUT.entry();
        Purpose sign = INPUT.purpose();
        List<ProofInput> others = List.of(
                input(new EntryKey(11, 13), 1, 1, sign, PHONE, "A7XQ", "K7QM2A"),
                input(new EntryKey(10, 12), 1, 1, sign, PHONE, "A7XQ", "K7QM2A"),
                input(entry, 2, 1, sign, PHONE, "A7XQ", "K7QM2A"),
                input(entry, 1, 2, sign, PHONE, "A7XQ", "K7QM2A"),
                input(entry, 1, 1, Purpose.identification(), PHONE, "A7XQ", "K7QM2A"),
                input(entry, 1, 1, Purpose.signature(Contents.SUMMARY, "another text"), PHONE, "A7XQ", "K7QM2A"),
                input(entry, 1, 1, sign, "+34699999019", "A7XQ", "K7QM2A"),
                input(entry, 1, 1, sign, PHONE, "A7XR", "K7QM2A"),
                input(entry, 1, 1, sign, PHONE, "A7XQ", "K7QM2B"),
                input(entry, 1, 1, sign, PHONE, "A7XQK", "7QM2A"),
                input(entry, 1, 1, sign, PHONE + "A", "7XQ", "K7QM2A"));

        assertThat(Stream.concat(Stream.of(INPUT), others.stream())
                        .map(input -> proofs.prove("first", input).bytes())
                        .map(HexFormat.of()::formatHex))
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("the words of the summary are in the message, not in the proof")
    void summary() {
        Purpose reworded = Purpose.signature("Otras palabras", "the text that is signed");

        assertThat(proofs.prove("first", input(INPUT.entry(), 1, 1, reworded, PHONE, "A7XQ", "K7QM2A")))
                .isEqualTo(proofs.prove("first", INPUT));
    }

    @Test
    @DisplayName("another tenant and another key have another proof")
    void otherTenantOtherKey() {
        ring.know(RotatingRing.key("second", 3));
        Proof proof = proofs.prove("first", INPUT);

        assertThat(proofs.prove("second", INPUT).matches(proof)).isFalse();
        assertThat(new Proofs(new KeyVault(ring), "sede2").prove("first", INPUT).matches(proof))
                .isFalse();
    }

    @Test
    @DisplayName("K01 after a rotation all living PINs are still proven by the key that the entry names")
    void rotation() {
        List<Proof> living = IntStream.range(0, 1_000)
                .mapToObj(i -> proofs.prove("first", generation(i)))
                .toList();
        ring.makeCurrent(RotatingRing.key("second", 3));

        assertThat(proofs.currentKeyId()).isEqualTo("second");
        for (int i = 0; i < living.size(); i++) {
            assertThat(proofs.prove("first", generation(i)).matches(living.get(i)))
                    .isTrue();
            assertThat(proofs.prove("second", generation(i)).matches(living.get(i)))
                    .isFalse();
        }
    }

    @Test
    @DisplayName("K02 a key that the ring no longer has ends the call closed, and only its name is told")
    void retired() {
        ring.makeCurrent(RotatingRing.key("second", 3));
        ring.retire("first");

        assertThatThrownBy(() -> proofs.prove("first", INPUT))
                .isInstanceOfSatisfying(ClaveUnavailableException.class, failure -> {
                    assertThat(failure.socket()).isEqualTo(Socket.KEYS);
                    assertThat(failure)
                            .hasMessage("the key ring has no key first")
                            .hasNoCause();
                });
    }

    @Test
    @DisplayName("a proof of format 1 stays byte for byte as it was")
    void fixture() {
        assertThat(HexFormat.of().formatHex(proofs.prove("first", INPUT).bytes()))
                .isEqualTo("65810f31e6a5f4e7aab074bef82f3bcb95cf4dadcd08d41eaf06dc9532d8211f");
    }

    @Test
    @DisplayName("the proof is HMAC-SHA-256 over the fields, by another hand")
    void byAnotherHand() throws GeneralSecurityException, IOException {
        byte[] extracted = mac(new byte[32], RotatingRing.key("first", 2).revealMaterial());
        byte[] key = mac(extracted, "clave/1/proof\1".getBytes(StandardCharsets.US_ASCII));

        assertThat(proofs.prove("first", INPUT).bytes()).isEqualTo(mac(key, message()));
    }

    @Test
    @DisplayName("prints nothing")
    void prints() {
        assertThat(INPUT).hasToString("ProofInput[redacted]");
    }

    private static byte[] message() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        field(out, "proof".getBytes(StandardCharsets.US_ASCII));
        field(out, HexFormat.of().parseHex("0000000000000001"));
        field(out, "sede".getBytes(StandardCharsets.US_ASCII));
        field(out, INPUT.entry().bytes());
        field(out, HexFormat.of().parseHex("0000000000000001fffffffffffffffe"));
        field(out, HexFormat.of().parseHex("0000000000000001"));
        field(out, HexFormat.of().parseHex("0000000000000002"));
        field(out, ((Purpose.Signature) Contents.SIGNATURE).digest().bytes());
        for (String text : List.of("SMS", PHONE, "A7XQ", "K7QM2A")) {
            field(out, text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private static void field(DataOutputStream out, byte[] field) throws IOException {
        out.writeInt(field.length);
        out.write(field);
    }

    private static byte[] mac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static ProofInput generation(int generation) {
        return input(INPUT.entry(), 1, generation, INPUT.purpose(), PHONE, "A7XQ", "K7QM2A");
    }

    private static ProofInput input(
            EntryKey entry, long login, int generation, Purpose purpose, String phone, String code, String pin) {
        return new ProofInput(
                entry, Contents.secret(login), generation, purpose, Route.SMS, phone, code, Secret.of(pin));
    }
}
