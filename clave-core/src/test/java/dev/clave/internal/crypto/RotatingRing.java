package dev.clave.internal.crypto;

import dev.clave.spi.HostKey;
import dev.clave.spi.KeyRing;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** A ring of keys made from seeds, that a test changes while it is in use. */
final class RotatingRing implements KeyRing {
    private final Map<String, HostKey> keys = new ConcurrentHashMap<>();
    private volatile HostKey subject;
    private volatile HostKey current;

    private RotatingRing(HostKey subject, HostKey current) {
        this.subject = subject;
        this.current = current;
        keys.put(current.id(), current);
    }

    /** With the subject key "subject" and the current key "first". */
    static RotatingRing fresh() {
        return new RotatingRing(key("subject", 1), key("first", 2));
    }

    static HostKey key(String id, long seed) {
        byte[] material = new byte[HostKey.SHORTEST];
        new SplittableRandom(seed).nextBytes(material);
        return HostKey.of(id, material);
    }

    RotatingRing know(HostKey key) {
        keys.put(key.id(), key);
        return this;
    }

    RotatingRing makeCurrent(HostKey key) {
        know(key);
        current = key;
        return this;
    }

    void retire(String id) {
        keys.remove(id);
    }

    void replaceSubject(HostKey key) {
        subject = key;
    }

    @Override
    public HostKey current() {
        return current;
    }

    @Override
    public Optional<HostKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public HostKey subject() {
        return subject;
    }
}
