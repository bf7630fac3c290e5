package dev.clave.testkit;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** What the rules for a store need to know of the store, and share. */
abstract class PinStoreHooks {
    private final SecureRandom random = new SecureRandom();

    /**
     * The store. Called once by each rule. It may be the same store each time and may hold entries of other tests, for
     * the rules use random keys.
     *
     * @return the store
     */
    protected abstract PinStore store();

    /**
     * How often a race is run. Take 50 on a real server.
     *
     * @return 1,000 unless overridden
     */
    protected int rounds() {
        return 1_000;
    }

    /**
     * How many entries are written to see that none is forgotten because there is much. Take 2,000 on a real server.
     *
     * @return 20,000 unless overridden
     */
    protected int entries() {
        return 20_000;
    }

    /**
     * How many threads race.
     *
     * @return 8 unless overridden
     */
    protected int threads() {
        return 8;
    }

    /**
     * The time by the clock that decides when an entry may be forgotten.
     *
     * @return the time of this machine unless overridden
     */
    protected Instant now() {
        return Instant.now();
    }

    /**
     * Another instance over the same data: another pool, another process, another node.
     *
     * @return empty unless overridden: rules that need it are skipped
     */
    protected Optional<PinStore> secondNode() {
        return Optional.empty();
    }

    /**
     * The store's own clean-up, to be run as if it were that time. For a store whose engine forgets by itself: moves
     * the engine's clock to the millisecond before.
     *
     * @param time entries whose time is before it may be forgotten
     * @return empty unless overridden: rules that need it are skipped
     */
    protected Optional<Runnable> cleanUpAt(Instant time) {
        return Optional.empty();
    }

    /**
     * A store that has no room for one more entry.
     *
     * @return empty unless overridden: rules that need it are skipped
     */
    protected Optional<PinStore> fullStore() {
        return Optional.empty();
    }

    /**
     * A store whose engine cannot be reached: a wrong port will do.
     *
     * @return empty unless overridden: rules that need it are skipped
     */
    protected Optional<PinStore> unreachableStore() {
        return Optional.empty();
    }

    /**
     * An instance over the same data whose connection breaks at each write, after the commit was sent and before its
     * answer is read.
     *
     * @return empty unless overridden: rules that need it are skipped
     */
    protected Optional<PinStore> storeLosingAnswers() {
        return Optional.empty();
    }

    /**
     * The same, but only the answer to its first write is lost; from then on the connection is sound.
     *
     * @return a fresh one at each call; empty unless overridden: rules that need it are skipped
     */
    protected Optional<PinStore> storeLosingOneAnswer() {
        return Optional.empty();
    }

    /**
     * Runs something inside a transaction of the host's, on the calling thread, and then rolls that transaction back.
     *
     * @return empty unless overridden: rules that need it are skipped
     */
    protected Optional<Consumer<Runnable>> hostTransaction() {
        return Optional.empty();
    }

    /** A key that no other test has. */
    EntryKey freshKey() {
        return new EntryKey(random.nextLong(), random.nextLong());
    }

    /** An entry that need not be looked at for its time: it is kept for a day. */
    StoredEntry entry(long version, String content) {
        return StoredEntry.of(version, tomorrow(), content.getBytes(StandardCharsets.UTF_8));
    }

    /** An entry whose content is a number. */
    StoredEntry entry(long version, long content) {
        return StoredEntry.of(
                version,
                tomorrow(),
                ByteBuffer.allocate(Long.BYTES).putLong(content).array());
    }

    /** In whole seconds: that milliseconds are kept is the matter of one rule alone. */
    Instant tomorrow() {
        return seconds(now().plus(Duration.ofDays(1)));
    }

    static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    static long number(StoredEntry entry) {
        return ByteBuffer.wrap(entry.content()).getLong();
    }

    static boolean same(StoredEntry one, StoredEntry other) {
        return one.version() == other.version()
                && one.keepUntil().equals(other.keepUntil())
                && Arrays.equals(one.content(), other.content());
    }

    static StoredEntry present(PinStore store, EntryKey key, String otherwise) {
        return store.read(key).orElseThrow(() -> new AssertionError(otherwise));
    }

    static void holds(PinStore store, EntryKey key, StoredEntry expected, String otherwise) {
        check(same(present(store, key, otherwise), expected), otherwise);
    }

    static void check(boolean condition, String otherwise) {
        Contracts.check(condition, otherwise);
    }
}
