package dev.clave.spi;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keys that do not change until the process ends. */
final class FixedKeyRing implements KeyRing {
    private final HostKey subject;
    private final HostKey current;
    private final Map<String, HostKey> keys;

    private FixedKeyRing(HostKey subject, HostKey current, Map<String, HostKey> keys) {
        this.subject = subject;
        this.current = current;
        this.keys = keys;
    }

    static FixedKeyRing of(HostKey subject, HostKey current, HostKey... others) {
        Map<String, HostKey> keys = new HashMap<>();
        put(keys, subject);
        put(keys, current);
        for (HostKey other : others) {
            put(keys, other);
        }
        keys.remove(subject.id());
        return new FixedKeyRing(subject, current, Map.copyOf(keys));
    }

    private static void put(Map<String, HostKey> keys, HostKey key) {
        for (HostKey known : keys.values()) {
            if (known.id().equals(key.id()) || sameMaterial(known, key)) {
                throw new IllegalArgumentException(
                        "two keys of a ring have the same name or the same material: " + key.id());
            }
        }
        keys.put(key.id(), key);
    }

    private static boolean sameMaterial(HostKey one, HostKey other) {
        return MessageDigest.isEqual(one.revealMaterial(), other.revealMaterial());
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

    @Override
    public String toString() {
        return "KeyRing[current " + current.id() + ", " + keys.size() + " keys]";
    }
}
