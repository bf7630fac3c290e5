package dev.clave.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.DeviceToken;
import dev.clave.LoginHandle;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceKeys;
import java.util.Arrays;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeviceTokensTest {
    private static final DeviceId DEVICE = new DeviceId(5, 6);
    private static final DeviceKeys KEYS = DeviceKeys.of(twice(P256.generator()), P256.generator());

    private final RotatingRing ring = RotatingRing.fresh();
    private final KeyVault vault = new KeyVault(ring);
    private final DeviceTokens tokens = new DeviceTokens(vault, "sede");
    private final HandleContent login = Contents.toIdentify(3);
    private final DeviceToken token = tokens.sealer().seal(login, DEVICE, KEYS, Contents.nonce(1));

    private static byte[] twice(byte[] point) {
        return CustomNamedCurves.getByName("secp256r1")
                .getCurve()
                .decodePoint(point)
                .twice()
                .getEncoded(false);
    }

    @Test
    @DisplayName("a token carries whose it is, which activation, and by which key to verify")
    void content() {
        DeviceContent content = tokens.open(token.revealToken()).orElseThrow();
        assertThat(content.number()).isEqualTo(login.number());
        assertThat(content.entry()).isEqualTo(login.entry());
        assertThat(content.subject()).isEqualTo(login.subject());
        assertThat(content.device()).isEqualTo(DEVICE);
        assertThat(content.signing()).isEqualTo(P256.publicKey(KEYS.signing()));
        assertThat(content).hasToString("DeviceContent[redacted]");
        assertThat(token.revealToken()).hasSizeLessThanOrEqualTo(256).matches("[A-Za-z0-9_-]+");
    }

    @Test
    @DisplayName("no bit of a token can be changed")
    void tampering() {
        byte[] sealed = Base64Url.decode(token.revealToken()).orElseThrow();
        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(tokens.open(Base64Url.encode(changed))).isEmpty();
        }
        assertThat(tokens.open(Base64Url.encode(Arrays.copyOf(sealed, sealed.length - 1))))
                .isEmpty();
        assertThat(tokens.open("")).isEmpty();
        assertThat(tokens.open("A".repeat(token.revealToken().length()))).isEmpty();
    }

    @Test
    @DisplayName("it outlives the rotation of the current key; another subject key, or tenant, opens it not")
    void keys() {
        ring.makeCurrent(RotatingRing.key("second", 3));
        ring.retire("first");
        assertThat(tokens.open(token.revealToken())).isPresent();
        assertThat(new DeviceTokens(vault, "sede2").open(token.revealToken())).isEmpty();

        ring.replaceSubject(RotatingRing.key("subject", 5));
        assertThat(tokens.open(token.revealToken())).isEmpty();
    }

    @Test
    @DisplayName("a handle and a token are not taken for one another")
    void mixed() {
        String handle = new HandleBox(vault, "sede")
                .sealer()
                .seal(login, Contents.nonce(2))
                .revealToken();
        assertThat(tokens.open(handle)).isEmpty();
        assertThat(new HandleBox(vault, "sede").open(LoginHandle.of(token.revealToken())))
                .isEmpty();
    }
}
