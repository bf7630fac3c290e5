package dev.clave.spi;

import java.util.Optional;

/**
 * Small expiring entries, replaced only by compare-and-set. It never sees a PIN or a person.
 *
 * <p><b>Who calls it:</b> every step of a login: one {@link #read} and one write for each entry it touches.
 * <b>Concurrently:</b> yes, from any thread and from every node of the host. <b>May it block:</b> yes, for a statement
 * or a round trip; give it a timeout. <b>A throw</b> means that it cannot tell whether anything was written: the step
 * ends closed (nobody is let in, nothing is sent) and the write is never repeated.
 *
 * <p>All of clave's promises under attack (one grant, three wrong PINs, a dead PIN stays dead) rest on these rules.
 * Prove an implementation with {@code PinStoreContract} of clave-testkit.
 *
 * <p>A table for it, and the three statements:
 *
 * <pre>{@code
 * create table clave_entry (
 *   entry_key  binary(16)      not null primary key,   -- EntryKey.bytes()
 *   version    bigint          not null,
 *   keep_until bigint          not null,               -- milliseconds; an index on it for the clean-up
 *   content    varbinary(2000) not null
 * );
 * select version, keep_until, content from clave_entry where entry_key = ?
 * insert into clave_entry (entry_key, version, keep_until, content) values (?, ?, ?, ?)
 * update clave_entry set version = ?, keep_until = ?, content = ? where entry_key = ? and version = ?
 * }</pre>
 *
 * <ol>
 *   <li><b>A store judges no time.</b> {@code read} gives what is there, whether its time is over or not. It filters
 *       nothing, deletes nothing, caches nothing, and reads from the primary, never from a replica.
 *   <li><b>Only a clean-up forgets</b>, in one statement that repeats the condition ({@code delete … where keep_until
 *       < ?}), and never before {@link StoredEntry#keepUntil}. An engine's own expiry at or after that time is such a
 *       clean-up. Nothing is evicted because it is old, or because there are many: a store that is full throws.
 *   <li><b>{@code add} is false only for a duplicate key</b>; any other failure is a throw.
 *   <li><b>{@code replace} is one conditional write</b> ({@code update … where key = ? and version = ?}) whose row
 *       count is the answer. It is never an upsert: an entry that is gone is not replaced. It is not a read and then a
 *       write.
 *   <li><b>What answered true is committed</b>, in a transaction of its own, never in the host's, and every later read
 *       on any node sees it.
 *   <li><b>An unknown result is a throw</b> (the connection broke after the commit was sent), never false, and the
 *       write is not tried again.
 *   <li><b>Version and time are kept without rounding</b>: 64 bits, and milliseconds. Keys are compared byte by byte.
 * </ol>
 */
public interface PinStore {

    /**
     * The entry under a key.
     *
     * @param key the key
     * @return what was last written, its time over or not; empty when there is none; never null
     */
    Optional<StoredEntry> read(EntryKey key);

    /**
     * Writes the first entry under a key.
     *
     * @param key the key
     * @param first what to keep
     * @return true for exactly one caller; false when there is an entry already, which then stays as it is
     */
    boolean add(EntryKey key, StoredEntry first);

    /**
     * Writes the next entry in place of the one that was seen.
     *
     * @param key the key
     * @param seen what {@link #read} gave; its version says whether it is still there
     * @param next what to keep instead
     * @return true for exactly one caller with this {@code seen}; false when another entry, or none, is there, which
     *     then stays so
     */
    boolean replace(EntryKey key, StoredEntry seen, StoredEntry next);
}
