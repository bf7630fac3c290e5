package dev.clave.internal.crypto;

import dev.clave.spi.HostKey;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes from one rotating key. */
final class LoginKeys {
    /** As many random nonces of 96 bits as one key may see: a repeated one has then a chance of 2^-37. */
    static final long MOST_HANDLES = 1L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(KeyVault.class);

    private final HostKey host;
    private final HmacSha256 proof;
    private final SecretKey handle;
    private final AtomicLong handles;

    private LoginKeys(HostKey host, long handles) {
        this.host = host;
        this.proof = Derivation.PROOF.mac(host);
        this.handle = Derivation.HANDLE.aes(host);
        this.handles = new AtomicLong(handles);
    }

    static LoginKeys of(HostKey host) {
        return new LoginKeys(host, 0);
    }

    /** A key under which so many handles were sealed already. */
    static LoginKeys usedBefore(HostKey host, long handles) {
        return new LoginKeys(host, handles);
    }

    boolean comeFrom(HostKey other) {
        return host.equals(other);
    }

    String id() {
        return host.id();
    }

    HmacSha256 proof() {
        return proof;
    }

    SecretKey handle() {
        return handle;
    }

    /** One more handle under this key. Says once when there are too many. */
    void countHandle() {
        if (handles.incrementAndGet() == MOST_HANDLES + 1) {
            LOG.warn("Key {} has sealed 2^30 handles in this process. Make a new key the current one.", host.id());
        }
    }

    @Override
    public String toString() {
        return "LoginKeys[" + host.id() + "]";
    }
}
