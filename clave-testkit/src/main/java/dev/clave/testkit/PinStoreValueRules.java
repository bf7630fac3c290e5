package dev.clave.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules 01 to 07: what is written is what is read. */
abstract class PinStoreValueRules extends PinStoreHooks {
    private static final int LARGEST = 2_000;

    @Test
    @DisplayName("Rule 01: read is empty when nothing was written, and writes nothing itself")
    final void rule01() {
        PinStore store = store();
        EntryKey key = freshKey();
        check(store.read(key).isEmpty(), "Rule 01: read must be empty for a key under which nothing was written");
        check(store.add(key, entry(1, "first")), "Rule 01: read must not write: add must be true after it");
    }

    @Test
    @DisplayName("Rule 02: what add has written is read, whoever made the entry")
    final void rule02() {
        PinStore store = store();
        EntryKey key = freshKey();
        StoredEntry first = entry(1, "first");
        check(store.add(key, new Own(first)), "Rule 02: add must be true under a new key");
        holds(store, key, first, "Rule 02: read must give what add has written, whatever class of entry it was given");
    }

    /** An entry of the caller's, as every entry is that has not been read. */
    private static final class Own implements StoredEntry {
        private final StoredEntry entry;

        Own(StoredEntry entry) {
            this.entry = entry;
        }

        @Override
        public long version() {
            return entry.version();
        }

        @Override
        public Instant keepUntil() {
            return entry.keepUntil();
        }

        @Override
        public byte[] content() {
            return entry.content();
        }
    }

    @Test
    @DisplayName("Rule 03: all 64 bits of the version are kept")
    final void rule03() {
        PinStore store = store();
        List<Long> versions =
                new ArrayList<>(List.of(0L, Long.MAX_VALUE, -1L, (1L << 53) + 1, 1_777_881_600_000L << 20 | 1));
        for (int bit = 0; bit < Long.SIZE; bit++) {
            versions.add(1L << bit);
        }
        for (long version : versions) {
            EntryKey key = freshKey();
            store.add(key, entry(version, "v"));
            StoredEntry read = present(store, key, "Rule 03: an entry must be there with any version");
            check(read.version() == version, "Rule 03: keep versions in 64 signed bits; this one was lost: " + version);
        }
    }

    @Test
    @DisplayName("Rule 04: the time is kept to the millisecond, in whatever time zone")
    final void rule04() {
        PinStore store = store();
        for (Instant time : times(now())) {
            EntryKey key = freshKey();
            store.add(key, StoredEntry.of(1, time, new byte[] {1}));
            StoredEntry read = present(store, key, "Rule 04: an entry must be there until " + time);
            check(
                    read.keepUntil().equals(time),
                    "Rule 04: keep the time as UTC, in whole milliseconds, unrounded: " + time + " was read as "
                            + read.keepUntil());
        }
    }

    /** Odd milliseconds, far years, and the hours around the next changes of the clocks. */
    static List<Instant> times(Instant now) {
        Instant base = seconds(now.plus(Duration.ofHours(1)));
        List<Instant> times = new ArrayList<>();
        for (int odd : new int[] {0, 1, 9, 499, 500, 501, 990, 999}) {
            times.add(base.plusMillis(odd));
        }
        times.add(base.plus(Duration.ofDays(400)).plusMillis(123));
        times.add(Instant.parse("2038-01-19T03:14:08.001Z").plus(Duration.ofDays(366L * 40)));
        for (ZoneId zone : List.of(ZoneId.systemDefault(), ZoneId.of("Europe/Madrid"), ZoneId.of("America/New_York"))) {
            Stream.iterate(
                            zone.getRules().nextTransition(base),
                            change -> zone.getRules().nextTransition(change.getInstant()))
                    .takeWhile(change -> change != null)
                    .limit(2)
                    .map(ZoneOffsetTransition::getInstant)
                    .forEach(change -> times.addAll(List.of(
                            change.minusMillis(1), change, change.plusMillis(1), change.plus(Duration.ofMinutes(59)))));
        }
        return times;
    }

    @Test
    @DisplayName("Rule 05: the content is kept byte by byte, from 0 to 2,000 bytes")
    final void rule05() {
        PinStore store = store();
        for (byte[] content : contents()) {
            EntryKey key = freshKey();
            store.add(key, StoredEntry.of(1, tomorrow(), content));
            StoredEntry read = present(store, key, "Rule 05: an entry must be there with any content");
            check(
                    Arrays.equals(read.content(), content),
                    "Rule 05: keep the content in a binary column of 2,000 bytes; these were changed: "
                            + content.length);
        }
    }

    private static List<byte[]> contents() {
        byte[] all = new byte[256];
        byte[] long2000 = new byte[LARGEST];
        for (int i = 0; i < LARGEST; i++) {
            all[i % 256] = (byte) i;
            long2000[i] = (byte) (i * 31 + 1);
        }
        return List.of(
                new byte[0],
                new byte[1],
                new byte[16],
                " \t\n  ".getBytes(ISO_8859_1),
                "\\x41'\"%00;--\r\n".getBytes(ISO_8859_1),
                new byte[] {(byte) 0xFF, (byte) 0xFE, 0x00, (byte) 0xC3, 0x28},
                all,
                new byte[LARGEST],
                long2000);
    }

    @Test
    @DisplayName("Rule 06: keys that differ in one bit are different keys")
    final void rule06() {
        PinStore store = store();
        // High bits set: no byte of it is a letter, which is the matter of the next rule.
        EntryKey base =
                new EntryKey(freshKey().high() | 0x8080808080808080L, freshKey().low() | 0x8080808080808080L);
        List<EntryKey> keys = new ArrayList<>(List.of(base));
        for (int bit = 0; bit < Long.SIZE; bit++) {
            keys.add(new EntryKey(base.high() ^ 1L << bit, base.low()));
            keys.add(new EntryKey(base.high(), base.low() ^ 1L << bit));
        }
        distinct(
                store,
                keys,
                "Rule 06: compare all 128 bits of a key; two keys that differ in one bit were taken for one");
    }

    @Test
    @DisplayName("Rule 07: keys that look alike as text are different keys")
    final void rule07() {
        PinStore store = store();
        long fresh = freshKey().high();
        List<EntryKey> keys = new ArrayList<>();
        for (String text : List.of(
                "aaaaaaaa",
                "AAAAAAAA",
                "aaaaaaa ",
                "aaaaaaa\0",
                "aaaaaaa\t",
                "aaaaaa\0 ",
                "áaaaaaaa",
                "ÁAAAAAAA",
                " aaaaaaa",
                "\0aaaaaaa",
                "ÿÿÿÿÿÿÿÿ",
                "ÿÿÿÿÿÿÿ\0",
                "\0\0\0\0\0\0\0\0",
                "        ")) {
            long looks = ByteBuffer.wrap(text.getBytes(ISO_8859_1)).getLong();
            keys.add(new EntryKey(fresh, looks));
            keys.add(new EntryKey(looks, fresh));
        }
        distinct(
                store,
                keys,
                "Rule 07: compare keys byte by byte, in a binary column or as hexadecimal text, "
                        + "with no regard to case, accents, spaces and zeros; two keys were taken for one");
    }

    private void distinct(PinStore store, List<EntryKey> keys, String otherwise) {
        for (int i = 0; i < keys.size(); i++) {
            check(store.add(keys.get(i), entry(1, i)), otherwise);
        }
        for (int i = 0; i < keys.size(); i++) {
            check(number(present(store, keys.get(i), otherwise)) == i, otherwise);
        }
    }
}
