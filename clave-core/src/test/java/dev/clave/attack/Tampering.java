package dev.clave.attack;

import dev.clave.spi.EntryKey;
import dev.clave.spi.StoredEntry;
import dev.clave.testkit.FakePinStore;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What somebody does who can write to the store. */
final class Tampering {
    private Tampering() {}

    /** Puts another code in place of one, wherever it stands; how often it stood there. */
    static int replaceCode(FakePinStore store, String code, String other) {
        byte[] from = code.getBytes(StandardCharsets.US_ASCII);
        byte[] to = other.getBytes(StandardCharsets.US_ASCII);
        int replaced = 0;
        for (Map.Entry<EntryKey, StoredEntry> kept : store.entries().entrySet()) {
            byte[] content = kept.getValue().content();
            int at = indexOf(content, from);
            if (at >= 0) {
                System.arraycopy(to, 0, content, at, to.length);
                store.overwrite(kept.getKey(), copy(kept.getValue(), content));
                replaced++;
            }
        }
        return replaced;
    }

    /** Exchanges the contents of the two entries of a store. */
    static void swap(FakePinStore store) {
        List<Map.Entry<EntryKey, StoredEntry>> two = List.copyOf(store.entries().entrySet());
        store.overwrite(
                two.get(0).getKey(),
                copy(two.get(0).getValue(), two.get(1).getValue().content()));
        store.overwrite(
                two.get(1).getKey(),
                copy(two.get(1).getValue(), two.get(0).getValue().content()));
    }

    private static StoredEntry copy(StoredEntry entry, byte[] content) {
        return StoredEntry.of(entry.version() + 1, entry.keepUntil(), content);
    }

    private static int indexOf(byte[] text, byte[] word) {
        for (int i = 0; i + word.length <= text.length; i++) {
            if (Arrays.equals(text, i, i + word.length, word, 0, word.length)) {
                return i;
            }
        }
        return -1;
    }
}
