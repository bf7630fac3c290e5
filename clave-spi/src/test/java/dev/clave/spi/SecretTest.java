package dev.clave.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.Serializable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    @DisplayName("L01 it prints nothing of its characters, not even their number")
    void printsNothing() {
        assertThat(Secret.of("XOI")).hasToString("Secret[redacted]").isNotInstanceOf(Serializable.class);
        assertThat("%s".formatted(Secret.of("XOI"))).doesNotContain("XOI");
    }

    @Test
    @DisplayName("it keeps a copy, and reveals it on demand")
    void keepsACopy() {
        StringBuilder characters = new StringBuilder("XOI");
        Secret secret = Secret.of(characters);
        characters.setCharAt(0, 'A');

        assertThat(secret.reveal()).isEqualTo("XOI");
        assertThat(secret.length()).isEqualTo(3);
    }

    @Test
    @DisplayName("equal are two of the same characters")
    void equality() {
        assertThat(Secret.of("XOI")).isEqualTo(Secret.of("XOI")).hasSameHashCodeAs(Secret.of("XOI"));
        for (String other : new String[] {"", "X", "XO", "XOA", "AOI", "XOIX", "xoi"}) {
            assertThat(Secret.of("XOI")).isNotEqualTo(Secret.of(other));
            assertThat(Secret.of(other)).isNotEqualTo(Secret.of("XOI"));
        }
        assertThat(Secret.of("XOI")).isNotEqualTo("XOI");
    }

    @Test
    @DisplayName("there is no secret of nothing")
    void nothing() {
        assertThatNullPointerException().isThrownBy(() -> Secret.of(nothingAtAll()));
    }

    @SuppressWarnings("NullAway")
    private static String nothingAtAll() {
        return null;
    }
}
