package dev.clave.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceIdTest {
    private static final String HEX = "0123456789abcdeffedcba9876543210";

    @Test
    @DisplayName("an id is 16 bytes, high half first, or 32 hexadecimal digits")
    void forms() {
        DeviceId id = new DeviceId(0x0123456789ABCDEFL, 0xFEDCBA9876543210L);

        assertThat(id.hex()).isEqualTo(HEX);
        assertThat(id).hasToString(HEX);
        assertThat(id.bytes()).startsWith(0x01, 0x23).endsWith(0x32, 0x10).hasSize(DeviceId.BYTES);
        assertThat(DeviceId.of(id.bytes())).isEqualTo(id);
        assertThat(DeviceId.of(HEX)).isEqualTo(id);
    }

    @Test
    @DisplayName("zeros in front are kept")
    void zeros() {
        assertThat(new DeviceId(0, 1).hex()).isEqualTo("00000000000000000000000000000001");
        assertThat(DeviceId.of(new DeviceId(0, 0).hex())).isEqualTo(new DeviceId(0, 0));
    }

    @Test
    @DisplayName("ids that differ in one bit are different, in every form")
    void oneBit() {
        DeviceId id = DeviceId.of(HEX);
        for (int bit = 0; bit < 64; bit++) {
            for (DeviceId other : new DeviceId[] {
                new DeviceId(id.high() ^ 1L << bit, id.low()), new DeviceId(id.high(), id.low() ^ 1L << bit)
            }) {
                assertThat(other).isNotEqualTo(id);
                assertThat(other.hex()).isNotEqualToIgnoringCase(id.hex());
                assertThat(DeviceId.of(other.bytes())).isEqualTo(other);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 17, 32})
    @DisplayName("another number of bytes is refused")
    void otherLengths(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> DeviceId.of(new byte[length]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0123456789abcdeffedcba987654321",
                "0123456789abcdeffedcba98765432100",
                "0123456789abcdeffedcba987654321g",
                " 123456789abcdeffedcba9876543210",
                "01234567-89ab-cdef-fedc-ba9876543210"
            })
    @DisplayName("other digits are refused")
    void otherDigits(String hex) {
        assertThatIllegalArgumentException().isThrownBy(() -> DeviceId.of(hex));
    }
}
