package dev.clave.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoginSecretTest {

    @Test
    @DisplayName("its name is its SHA-256 in two halves")
    void twoHalves() throws GeneralSecurityException {
        byte[] random = new byte[LoginSecret.BYTES];
        new SplittableRandom(3).nextBytes(random);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(random));

        LoginSecret secret = LoginSecret.of(random);

        assertThat(secret.name().login().hex()).isEqualTo(digest.substring(0, 32));
        assertThat(secret.name().sendName()).isEqualTo(digest.substring(32));
        assertThat(secret.id()).isEqualTo(secret.name().login());
        assertThat(secret.sendName()).isEqualTo(secret.name().sendName());
    }

    @Test
    @DisplayName("has 16 bytes and no other number of them")
    void length() {
        assertThatThrownBy(() -> LoginSecret.of(new byte[15])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LoginSecret.of(new byte[17])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("equals another of the same bits and prints none of them")
    void equality() {
        LoginSecret secret = Contents.secret(4);

        assertThat(secret)
                .isEqualTo(Contents.secret(4))
                .hasSameHashCodeAs(Contents.secret(4))
                .isNotEqualTo(Contents.secret(5))
                .isNotEqualTo("secret")
                .hasToString("LoginSecret[redacted]");
    }
}
