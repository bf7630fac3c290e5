package dev.clave.testkit;

import dev.clave.spi.EntryKey;
import dev.clave.spi.StoredEntry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Takes things apart into the texts that somebody could read in them, each with a word on where it stood. */
final class Findings {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<Object> opened = Collections.newSetFromMap(new IdentityHashMap<>());

    void forEach(BiConsumer<String, String> action) {
        texts.forEach(action);
    }

    void open(@Nullable Object thing) {
        if (thing == null || !opened.add(thing)) {
            return;
        }
        if (thing instanceof byte[] bytes) {
            decode(bytes);
        } else if (thing instanceof char[] characters) {
            add("characters", new String(characters));
        } else if (thing instanceof Object[] many) {
            openAll(Arrays.asList(many));
        } else if (thing instanceof Iterable<?> many) {
            openAll(many);
        } else if (thing instanceof Map<?, ?> map) {
            openAll(map.keySet());
            openAll(map.values());
        } else {
            openOne(thing);
        }
    }

    private void openOne(Object thing) {
        if (thing instanceof Optional<?> optional) {
            optional.ifPresent(this::open);
        } else if (thing instanceof Throwable thrown) {
            openThrown(thrown);
        } else if (thing instanceof StoredEntry entry) {
            open(entry.content());
        } else if (thing instanceof EntryKey key) {
            open(key.bytes());
        }
        add(
                thing instanceof CharSequence
                        ? "a text"
                        : "toString of " + thing.getClass().getSimpleName(),
                thing.toString());
    }

    private void openAll(Iterable<?> things) {
        for (Object thing : things) {
            open(thing);
        }
    }

    /**
     * A stack trace prints causes and suppressed exceptions, unless a class prints itself otherwise; hence each of
     * them as well.
     */
    private void openThrown(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        add("the stack trace of " + thrown.getClass().getSimpleName(), trace.toString());
        add("the message of " + thrown.getClass().getSimpleName(), String.valueOf(thrown.getMessage()));
        open(thrown.getCause());
        openAll(Arrays.asList(thrown.getSuppressed()));
    }

    private void decode(byte[] bytes) {
        add("bytes, as Latin-1", new String(bytes, StandardCharsets.ISO_8859_1));
        add("bytes, as UTF-8", new String(bytes, StandardCharsets.UTF_8));
        add("bytes, as UTF-16", new String(bytes, StandardCharsets.UTF_16LE));
        add("bytes, as UTF-16", new String(bytes, StandardCharsets.UTF_16BE));
        if (bytes.length > 0) {
            add("bytes, as UTF-16", new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_16LE));
            add("bytes, as UTF-16", new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_16BE));
        }
    }

    private void add(String where, String text) {
        texts.merge(where, text.toLowerCase(Locale.ROOT), (one, other) -> one + "\n" + other);
    }
}
