package dev.clave.spi;

import java.util.Optional;

/**
 * The secret keys of the host, so that no store ever holds a PIN or a person.
 *
 * <p><b>Who calls it:</b> every step of a login. <b>Concurrently:</b> yes, from any thread. <b>May it block:</b> it
 * should not: keep the keys in memory. <b>A throw</b> ends the step closed.
 *
 * <p>To rotate: give the new key to the ring of every node ({@link #find}), then make it {@link #current} on one after
 * the other, and drop the old one from {@link #find} after 40 minutes: no login lives longer. The {@link #subject} key
 * does not rotate: replacing it is an announced act after which all logins, budgets and blocks start anew.
 *
 * <p>Whoever has these keys and a browser's handle can find out its PIN by trying: guard them.
 */
public interface KeyRing {

    /**
     * The key by which new handles are sealed and new PINs proven.
     *
     * @return the key; never null
     */
    HostKey current();

    /**
     * A key by its name: the current one, the one before until 40 minutes after the change, the next one before it.
     *
     * @param id the name
     * @return the key, empty when the ring does not hold it; never null
     */
    Optional<HostKey> find(String id);

    /**
     * The key from which the pseudonyms of persons come. It does not rotate.
     *
     * @return the key; never null
     */
    HostKey subject();

    /**
     * A ring of keys that do not change until the process ends.
     *
     * @param subject the subject key
     * @param current the current key
     * @param others the one before, the next one
     * @return the ring
     * @throws IllegalArgumentException if two keys have the same name or the same material
     */
    static KeyRing of(HostKey subject, HostKey current, HostKey... others) {
        return FixedKeyRing.of(subject, current, others);
    }

    /**
     * A ring of random keys that are gone when the process ends, for a first try. It is refused beside any store but
     * the one in memory.
     *
     * @return the ring
     */
    static EphemeralKeyRing ephemeral() {
        return new EphemeralKeyRing();
    }
}
