package dev.clave;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.clave.spi.EntryKey;
import dev.clave.spi.KeyRing;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** Classes that break the house rules, each one of them, so that the rules are known to see it. */
@SuppressWarnings({
    "DefaultCharset",
    "DefaultLocale",
    "FormatStringShouldUsePlaceholders",
    "FutureReturnValueIgnored",
    "JavaTimeDefaultTimeZone",
    "StringCaseLocaleUsage",
    "SystemOut",
    "ThreadLocalUsage",
    "UnusedMethod",
    "UnusedVariable"
})
final class HouseBreaches {
    private HouseBreaches() {}

    static final class PlainRandom {
        int roll() {
            return new Random().nextInt();
        }
    }

    static final class RandomId {
        UUID id() {
            return UUID.randomUUID();
        }
    }

    static final class CaseOfTheHost {
        String shout(String text) {
            return text.toUpperCase();
        }
    }

    static final class CaseOfTheHostByReference {
        UnaryOperator<String> whisper() {
            return String::toLowerCase;
        }
    }

    static final class FormatOfTheHost {
        String format(double number) {
            return String.format("%f", number);
        }
    }

    static final class CharsetOfTheHost {
        byte[] bytes(String text) {
            return text.getBytes();
        }
    }

    static final class PatternOfTheHost {
        String day(Instant now) {
            return DateTimeFormatter.ofPattern("EEEE").format(now);
        }
    }

    static final class ZoneOfTheHost {
        ZoneId zone() {
            return ZoneId.systemDefault();
        }
    }

    static final class OwnTime {
        Instant now() {
            return Instant.now();
        }
    }

    static final class OwnNanoseconds {
        long now() {
            return System.nanoTime();
        }
    }

    static final class OwnThread extends Thread {}

    static final class OwnExecutor {
        Executor executor() {
            return Executors.newCachedThreadPool();
        }
    }

    static final class HiddenThread {
        void run(Runnable task) {
            CompletableFuture.runAsync(task);
        }
    }

    static final class PerThread {
        private static final ThreadLocal<String> KEPT = new ThreadLocal<>();
    }

    static final class Synchronized {
        synchronized void call() {}
    }

    static final class Printing {
        void call() {
            System.out.println("a PIN");
        }
    }

    static final class PinInText {
        private String typedPin = "";
    }

    static final class PinInCharacters {
        private final char[] lastPIN = new char[6];
    }

    record PinInARecord(String pin) {}

    static final class Serial implements Serializable {
        private static final long serialVersionUID = 1;
    }

    static final class LoginManager {}

    static final class StoreCaller {
        Optional<StoredEntry> read(PinStore store, EntryKey key) {
            return store.read(key);
        }
    }

    static final class RingCaller {
        String current(KeyRing ring) {
            return Optional.of(ring).map(KeyRing::current).orElseThrow().id();
        }
    }

    static final class CoreCaller {
        ClaveBuilder builder() {
            return Clave.builder();
        }
    }

    static final class CacheCaller {
        Object cache() {
            return Caffeine.newBuilder().build();
        }
    }

    /** Keeps every rule. */
    static final class Harmless {
        private final byte[] text = "PIN".toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);

        String format(double number) {
            return String.format(Locale.ROOT, "%f %d", number, text.length);
        }
    }
}
