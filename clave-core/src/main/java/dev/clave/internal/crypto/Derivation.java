package dev.clave.internal.crypto;

import dev.clave.spi.HostKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The uses of the host's keys, each with its own label and therefore its own key. A label never changes its meaning.
 */
enum Derivation {
    /** From a rotating key: what proves a PIN. */
    PROOF("clave/1/proof"),
    /** From a rotating key: what seals a handle. */
    HANDLE("clave/1/handle"),
    /** From the subject key: what the keys of entries come from. */
    ENTRY_KEY("clave/1/entry-key"),
    /** From the subject key: what the pseudonyms of the audit come from. */
    AUDIT_SUBJECT("clave/1/audit-subject"),
    /** From the subject key: what the tokens of known browsers come from. */
    BROWSER("clave/1/browser"),
    /** From the subject key: what seals the tokens of devices. */
    DEVICE("clave/1/device"),
    /** From the subject key: by what a handle knows it again. */
    FINGERPRINT("clave/1/fingerprint");

    private static final int BYTES = 32;
    private static final byte[] NO_SALT = {};

    private final String label;

    Derivation(String label) {
        this.label = label;
    }

    /** A key for authentication codes. */
    HmacSha256 mac(HostKey host) {
        byte[] key = bytes(host);
        HmacSha256 mac = HmacSha256.of(key);
        Arrays.fill(key, (byte) 0);
        return mac;
    }

    /** A key for AES. */
    SecretKey aes(HostKey host) {
        byte[] key = bytes(host);
        SecretKey aes = new SecretKeySpec(key, "AES");
        Arrays.fill(key, (byte) 0);
        return aes;
    }

    /** The key itself, which the caller wipes. */
    byte[] bytes(HostKey host) {
        byte[] material = host.revealMaterial();
        byte[] derived = Hkdf.derive(material, NO_SALT, label.getBytes(StandardCharsets.US_ASCII), BYTES);
        Arrays.fill(material, (byte) 0);
        return derived;
    }
}
