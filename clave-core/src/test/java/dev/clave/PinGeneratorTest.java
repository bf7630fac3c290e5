package dev.clave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.internal.pin.ScriptedRandom;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PinGeneratorTest {
    @Test
    void aPinHasTheSymbolsAndTheLengthAskedFor() {
        PinGenerator generator = PinGenerator.approved();
        for (int length = 1; length <= 64; length++) {
            assertThat(generator.pin(Alphabet.CLAVE, length).reveal()).matches("[A-Z2-7]{" + length + "}");
            assertThat(generator.pin(Alphabet.DIGITS, length).reveal()).matches("[0-9]{" + length + "}");
        }
        assertThat(generator.code()).matches("[A-Z0-9]{4}");
        assertThatIllegalArgumentException().isThrownBy(() -> generator.pin(Alphabet.CLAVE, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> generator.pinAndCode(Alphabet.CLAVE, 65));
    }

    @Test
    void aPinAndItsCodeComeOutOfOneDraw() {
        ScriptedRandom random = ScriptedRandom.giving(0, 25, 26, 31, 32, 63, 0, 1, 35, 36);
        PinGenerator.Drawn drawn = PinGenerator.of(random).pinAndCode(Alphabet.CLAVE, 6);
        assertThat(drawn.pin().reveal()).isEqualTo("AZ27A7");
        assertThat(drawn.code()).isEqualTo("AB9A");
        assertThat(random.calls()).isEqualTo(1);
        assertThat(drawn.toString()).doesNotContain("AZ27A7");
    }

    @Test
    void whatWasDrawnIsWiped() {
        ScriptedRandom random = new ScriptedRandom(bytes -> Arrays.fill(bytes, (byte) 7));
        PinGenerator generator = PinGenerator.of(random);
        assertThat(generator.pin(Alphabet.CLAVE, 6).reveal()).isEqualTo("HHHHHH");
        assertThat(random.last()).hasSize(24).containsOnly(0);
        generator.pinAndCode(Alphabet.CLAVE, 6);
        assertThat(random.last()).hasSize(32).containsOnly(0);
        generator.code();
        assertThat(random.last()).hasSize(20).containsOnly(0);
    }

    @Test
    void bytesThatWouldMakeSomeSymbolsLikelierAreDropped() {
        ScriptedRandom random = ScriptedRandom.giving(250, 249, 255, 10, 251, 25);
        assertThat(PinGenerator.of(random).pin(Alphabet.DIGITS, 3).reveal()).isEqualTo("905");
        assertThat(random.calls()).isEqualTo(1);
    }

    @Test
    void aDrawThatIsUsedUpIsFollowedByAnother() {
        ScriptedRandom random = new ScriptedRandom(new Consumer<byte[]>() {
            private byte value = (byte) 255;

            @Override
            public void accept(byte[] bytes) {
                Arrays.fill(bytes, value);
                value = 3;
            }
        });
        assertThat(PinGenerator.of(random).pin(Alphabet.DIGITS, 4).reveal()).isEqualTo("3333");
        assertThat(random.calls()).isEqualTo(2);
    }

    @Test
    void aSourceThatRepeatsItselfForEverIsGivenUp() {
        PinGenerator onlyDropped = PinGenerator.of(new ScriptedRandom(bytes -> Arrays.fill(bytes, (byte) -1)));
        assertThatIllegalStateException().isThrownBy(() -> onlyDropped.pin(Alphabet.DIGITS, 6));
        // K is symbol 10 of the alphabet of codes
        PinGenerator onlyOffensive = PinGenerator.of(new ScriptedRandom(bytes -> Arrays.fill(bytes, (byte) 10)));
        assertThatIllegalStateException().isThrownBy(onlyOffensive::code);
    }

    @Test
    @DisplayName("G05 an offensive code is replaced by the next four symbols of the same draw")
    void anOffensiveCodeIsReplacedFromTheSameDraw() {
        // P U T A, C U L 0, then G A T O
        ScriptedRandom random = ScriptedRandom.giving(15, 20, 19, 0, 2, 20, 11, 26, 6, 0, 19, 14);
        assertThat(PinGenerator.of(random).code()).isEqualTo("GATO");
        assertThat(random.calls()).isEqualTo(1);
    }

    @Test
    @DisplayName("G06 what the source of randomness throws goes to the caller")
    void whatTheSourceThrowsGoesToTheCaller() {
        ProviderException broken = new ProviderException("no entropy");
        PinGenerator generator = PinGenerator.of(new ScriptedRandom(bytes -> {
            throw broken;
        }));
        List<ThrowingCallable> draws = List.of(
                () -> generator.pin(Alphabet.CLAVE, 6),
                generator::code,
                () -> generator.pinAndCode(Alphabet.CLAVE, 6),
                () -> generator.bytes(16));
        assertThat(draws).allSatisfy(draw -> assertThatThrownBy(draw).isSameAs(broken));
    }

    @Test
    void bytesAreTheCallersOwn() {
        PinGenerator generator = PinGenerator.of(new SecureRandom());
        assertThat(generator.bytes(28)).hasSize(28).isNotEqualTo(generator.bytes(28));
        assertThat(generator.bytes(0)).isEmpty();
    }
}
