package dev.clave.internal.crypto;

import dev.clave.ClaveUnavailableException;
import dev.clave.Socket;
import dev.clave.spi.HostKey;
import dev.clave.spi.KeyRing;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is derived from the host's keys, once for each. The ring is asked at every use, so that it alone says which
 * keys there are; what it throws goes through as it is. For many threads.
 */
public final class KeyVault {
    private static final int LONGEST_NAME = 32;

    private final KeyRing ring;
    private final ConcurrentHashMap<String, LoginKeys> derived = new ConcurrentHashMap<>();
    private volatile @Nullable SubjectKeys subject;

    /** Over this ring. */
    public KeyVault(KeyRing ring) {
        this.ring = ring;
    }

    /** The name of the key by which new PINs are proven. */
    public String currentId() {
        return given(ring.current(), "current key").id();
    }

    LoginKeys current() {
        return keysOf(given(ring.current(), "current key"));
    }

    /** The keys of this name; empty when the ring has none, or gives one of another name. */
    Optional<LoginKeys> find(String id) {
        Optional<HostKey> host =
                given(ring.find(id), "answer").filter(key -> key.id().equals(id));
        if (host.isEmpty()) {
            derived.remove(id);
        }
        return host.map(this::keysOf);
    }

    SubjectKeys subject() {
        HostKey host = given(ring.subject(), "subject key");
        SubjectKeys known = subject;
        if (known == null || !known.comeFrom(host)) {
            known = SubjectKeys.of(host);
            subject = known;
        }
        return known;
    }

    private LoginKeys keysOf(HostKey host) {
        LoginKeys known = derived.get(host.id());
        return known != null && known.comeFrom(host) ? known : derive(host);
    }

    private LoginKeys derive(HostKey host) {
        derived.keySet().removeIf(id -> !id.equals(host.id()) && isRetired(id));
        return derived.compute(
                host.id(), (id, known) -> known != null && known.comeFrom(host) ? known : LoginKeys.of(host));
    }

    private boolean isRetired(String id) {
        return given(ring.find(id), "answer").isEmpty();
    }

    /** How many keys it keeps what was derived of. */
    int size() {
        return derived.size();
    }

    /** Whether a key can have that name. What came from a browser is looked at before the ring is asked for it. */
    static boolean isName(String id) {
        if (id.isEmpty() || id.length() > LONGEST_NAME) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (c < '0' || c > '9') && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static <T> T given(@Nullable T answer, String what) {
        if (answer == null) {
            throw new ClaveUnavailableException(Socket.KEYS, "the key ring gave null as its " + what);
        }
        return answer;
    }

    @Override
    public String toString() {
        return "KeyVault[redacted]";
    }
}
