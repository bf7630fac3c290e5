package dev.clave.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeviceSignaturesTest {
    private static final byte[] MESSAGE = "clave/1/poll\ntoken\n1".getBytes(StandardCharsets.US_ASCII);

    private final KeyPair device = pair();
    private final byte[] signature = sign(device, MESSAGE);

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] sign(KeyPair pair, byte[] message) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(pair.getPrivate());
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private boolean verifies(byte[] message, byte[] bytes) {
        return DeviceSignatures.verify(device.getPublic(), message, Base64Url.encode(bytes));
    }

    @Test
    void the_signature_of_the_device_is_verified() {
        assertThat(verifies(MESSAGE, signature)).isTrue();
        assertThat(DeviceSignatures.verify(pair().getPublic(), MESSAGE, Base64Url.encode(signature)))
                .isFalse();
        assertThat(DeviceSignatures.verify(DeviceSignatures.nobodys(), MESSAGE, Base64Url.encode(signature)))
                .isFalse();
    }

    @Test
    @DisplayName("no bit of the message or of the signature can be changed")
    void altered() {
        for (int bit = 0; bit < 8 * MESSAGE.length; bit++) {
            byte[] message = MESSAGE.clone();
            message[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(verifies(message, signature)).isFalse();
        }
        for (int bit = 0; bit < 8 * signature.length; bit++) {
            byte[] changed = signature.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(verifies(MESSAGE, changed)).isFalse();
        }
    }

    @Test
    @DisplayName("a zero in either place is refused here, whatever the platform makes of it")
    void zeros() {
        byte[] r = new byte[DeviceSignatures.BYTES];
        r[31] = 1;
        byte[] s = new byte[DeviceSignatures.BYTES];
        s[32] = 1;
        byte[] both = r.clone();
        both[32] = 1;
        assertThat(DeviceSignatures.hasForm(r)).isFalse();
        assertThat(DeviceSignatures.hasForm(s)).isFalse();
        assertThat(DeviceSignatures.hasForm(new byte[DeviceSignatures.BYTES])).isFalse();
        assertThat(DeviceSignatures.hasForm(both)).isTrue();
    }

    @Test
    @DisplayName("zeros, numbers beyond the order, other lengths and garbage verify nothing and throw nothing")
    void garbage() {
        byte[] beyond = new byte[DeviceSignatures.BYTES];
        Arrays.fill(beyond, (byte) 0xff);
        assertThat(verifies(MESSAGE, new byte[DeviceSignatures.BYTES])).isFalse();
        assertThat(verifies(MESSAGE, beyond)).isFalse();
        for (int length : new int[] {0, 1, 63, 65, 72}) {
            assertThat(verifies(MESSAGE, new byte[length])).isFalse();
        }
        assertThat(DeviceSignatures.verify(device.getPublic(), MESSAGE, "{not base64}"))
                .isFalse();
    }
}
