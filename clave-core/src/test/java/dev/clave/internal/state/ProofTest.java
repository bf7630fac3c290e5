package dev.clave.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProofTest {
    private final byte[] bytes = random();

    private static byte[] random() {
        byte[] bytes = new byte[Proof.BYTES];
        new SplittableRandom(5).nextBytes(bytes);
        return bytes;
    }

    @Test
    void matches_itself() {
        assertThat(Proof.of(bytes).matches(Proof.of(bytes.clone()))).isTrue();
        assertThat(Proof.of(bytes).bytes()).isEqualTo(bytes);
    }

    @Test
    @DisplayName("K07 every bit counts")
    void every_bit_counts() {
        Proof proof = Proof.of(bytes);
        for (int bit = 0; bit < 8 * Proof.BYTES; bit++) {
            byte[] other = bytes.clone();
            other[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(proof.matches(Proof.of(other))).as("bit %d", bit).isFalse();
            assertThat(Proof.of(other).matches(proof)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    @DisplayName("K07 a truncated proof is none")
    void has_all_its_bytes() {
        assertThatThrownBy(() -> Proof.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Proof.of(new byte[33])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void prints_nothing() {
        assertThat(Proof.of(bytes)).hasToString("Proof[redacted]");
        assertThat(Code.of("GATO")).hasToString("Code[redacted]");
    }
}
