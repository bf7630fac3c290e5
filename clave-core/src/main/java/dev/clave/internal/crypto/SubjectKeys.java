package dev.clave.internal.crypto;

import dev.clave.spi.HostKey;
import java.util.HexFormat;
import javax.crypto.SecretKey;

/** What comes from the subject key. */
final class SubjectKeys {
    private final HostKey host;
    private final HmacSha256 entryKey;
    private final HmacSha256 auditSubject;
    private final HmacSha256 browser;
    private final SecretKey device;
    private final String fingerprint;

    private SubjectKeys(HostKey host) {
        this.host = host;
        this.entryKey = Derivation.ENTRY_KEY.mac(host);
        this.auditSubject = Derivation.AUDIT_SUBJECT.mac(host);
        this.browser = Derivation.BROWSER.mac(host);
        this.device = Derivation.DEVICE.aes(host);
        this.fingerprint = HexFormat.of().formatHex(Derivation.FINGERPRINT.bytes(host));
    }

    static SubjectKeys of(HostKey host) {
        return new SubjectKeys(host);
    }

    boolean comeFrom(HostKey other) {
        return host.equals(other);
    }

    /** The same for the same key alone; it says nothing of the key. */
    String fingerprint() {
        return fingerprint;
    }

    HmacSha256 entryKey() {
        return entryKey;
    }

    HmacSha256 auditSubject() {
        return auditSubject;
    }

    HmacSha256 browser() {
        return browser;
    }

    SecretKey device() {
        return device;
    }

    @Override
    public String toString() {
        return "SubjectKeys[" + host.id() + "]";
    }
}
