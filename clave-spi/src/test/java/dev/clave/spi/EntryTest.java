package dev.clave.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EntryTest {
    private static final Instant KEEP_UNTIL = Instant.parse("2026-11-23T10:15:30.123Z");

    @Test
    @DisplayName("a key is 16 bytes, high half first, or 32 hexadecimal digits")
    void forms() {
        EntryKey key = new EntryKey(0x0123456789ABCDEFL, 0xFEDCBA9876543210L);

        assertThat(key.hex()).isEqualTo("0123456789abcdeffedcba9876543210");
        assertThat(key.bytes()).startsWith(0x01, 0x23).endsWith(0x32, 0x10).hasSize(16);
        assertThat(EntryKey.of(key.bytes())).isEqualTo(key);
    }

    @Test
    @DisplayName("keys that differ in one bit are different, in every form")
    void oneBit() {
        SplittableRandom random = new SplittableRandom(11);
        EntryKey key = new EntryKey(random.nextLong(), random.nextLong());
        for (int bit = 0; bit < 64; bit++) {
            EntryKey other = new EntryKey(key.high(), key.low() ^ 1L << bit);

            assertThat(other).isNotEqualTo(key);
            assertThat(other.hex()).isNotEqualToIgnoringCase(key.hex());
            assertThat(EntryKey.of(other.bytes())).isEqualTo(other);
        }
    }

    @Test
    @DisplayName("another number of bytes is refused")
    void otherLengths() {
        for (int length : new int[] {0, 15, 17, 32}) {
            assertThatIllegalArgumentException().isThrownBy(() -> EntryKey.of(new byte[length]));
        }
    }

    @Test
    @DisplayName("an entry keeps version, time and content as they were read, the content in a copy of its own")
    void copies() {
        byte[] content = {1, 2, 3};
        StoredEntry entry = StoredEntry.of(Long.MIN_VALUE, KEEP_UNTIL, content);
        content[0] = 9;
        entry.content()[1] = 9;

        assertThat(entry.content()).containsExactly(1, 2, 3);
        assertThat(entry.content()).isNotSameAs(entry.content());
        assertThat(entry.version()).isEqualTo(Long.MIN_VALUE);
        assertThat(entry.keepUntil()).isEqualTo(KEEP_UNTIL);
    }

    @Test
    @DisplayName("an entry prints no content")
    void printsNoContent() {
        assertThat(StoredEntry.of(7, KEEP_UNTIL, new byte[] {77, 78}))
                .hasToString("StoredEntry[version=7, keepUntil=2026-11-23T10:15:30.123Z, 2 bytes]");
    }
}
