package dev.clave.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeviceTest {
    private static final DeviceId ID = new DeviceId(1, 2);
    private static final DeviceKeys KEYS = DeviceKeys.of(DeviceKeysTest.key(1), DeviceKeysTest.key(2));
    private static final Optional<PushAddress> PUSH = Optional.of(PushAddress.of("secret-token"));
    private static final Instant AT = Instant.parse("2026-11-23T10:15:30.123Z");

    private static Device named(String name) {
        return new Device(ID, KEYS, name, PUSH, AT);
    }

    static Stream<String> names() {
        return Stream.of(
                "x",
                "Pixel 9",
                "n".repeat(Device.LONGEST_NAME),
                "Móvil d'Ana <b>\"&\\",
                "e\u0301",
                "\u0627\u0644\u0647\u0627\u062a\u0641",
                "\ud83d\udcf1".repeat(Device.LONGEST_NAME / 2));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("names")
    @DisplayName("a name has 1 to 40 characters that can be seen, of any script")
    void names(String name) {
        assertThat(named(name).name()).isEqualTo(name);
    }

    static Stream<String> otherNames() {
        return Stream.of(
                "",
                "   ",
                "\u2003",
                "n".repeat(Device.LONGEST_NAME + 1),
                "\ud83d\udcf1".repeat(Device.LONGEST_NAME / 2) + "n",
                "a\nb",
                "a\tb",
                "a\0b",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\u202eb",
                "a\u200bb",
                "a\u200db",
                "\ufeffab",
                "a\ud83db",
                "a\udcf1",
                "a\u0378b",
                "a\udb40\udc41b");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("otherNames")
    @DisplayName("another name, such as one that changes the direction of writing, is refused and not repeated")
    void otherNames(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named(name))
                .withMessage("a device's name has 1 to 40 characters, none of them a control or format character");
    }

    @Test
    @DisplayName("what cannot be seen is told for each character")
    void invisible() {
        assertThat(Device.isInvisible(0x202E)).isTrue();
        assertThat(Device.isInvisible(0xD83D)).isTrue();
        assertThat(Device.isInvisible(' ')).isFalse();
        assertThat(Device.isInvisible(0x1F4F1)).isFalse();
    }

    @Test
    @SuppressWarnings("NullAway") // that null is refused is what is tested
    @DisplayName("null is refused")
    void nothing() {
        assertThatNullPointerException().isThrownBy(() -> new Device(null, KEYS, "x", PUSH, AT));
        assertThatNullPointerException().isThrownBy(() -> new Device(ID, null, "x", PUSH, AT));
        assertThatNullPointerException().isThrownBy(() -> new Device(ID, KEYS, null, PUSH, AT));
        assertThatNullPointerException().isThrownBy(() -> new Device(ID, KEYS, "x", null, AT));
        assertThatNullPointerException().isThrownBy(() -> new Device(ID, KEYS, "x", PUSH, null));
    }

    @Test
    @DisplayName("L01 it prints neither the name nor the push address")
    void printsNothing() {
        assertThat(named("Ana's Pixel"))
                .hasToString("Device[id=00000000000000010000000000000002, activatedAt=2026-11-23T10:15:30.123Z]");
    }
}
