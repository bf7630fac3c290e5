package dev.clave.internal.crypto;

import dev.clave.Origin;
import dev.clave.identity.IdentityNumber;
import dev.clave.spi.EntryKey;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The names under which the store and the audit know a person or an origin: keyed, of 128 bits, and different from
 * each other.
 */
public final class Pseudonyms {
    private static final int FORMAT = 1;
    private static final int BYTES = 16;

    private final KeyVault vault;
    private final byte[] person;
    private final byte[] origin;
    private final byte[] auditSubject;

    /** Of one tenant, under the subject key. */
    public Pseudonyms(KeyVault vault, String tenant) {
        this.vault = vault;
        this.person = Frame.opening("person", FORMAT, tenant);
        this.origin = Frame.opening("origin", FORMAT, tenant);
        this.auditSubject = Frame.opening("audit-subject", FORMAT, tenant);
    }

    /** The key of a person's entry. */
    public EntryKey person(IdentityNumber number) {
        try (Frame frame = Frame.after(person).text(number.value())) {
            return cut(vault.subject().entryKey().of(frame));
        }
    }

    /** The key of an origin's entry. */
    public EntryKey origin(Origin from) {
        try (Frame frame = Frame.after(origin).bytes(from.prefix())) {
            return cut(vault.subject().entryKey().of(frame));
        }
    }

    /** A person's name in the audit: 32 hexadecimal digits. */
    public String subject(IdentityNumber number) {
        try (Frame frame = Frame.after(auditSubject).text(number.value())) {
            return HexFormat.of().formatHex(vault.subject().auditSubject().of(frame), 0, BYTES);
        }
    }

    private static EntryKey cut(byte[] code) {
        ByteBuffer buffer = ByteBuffer.wrap(code);
        return new EntryKey(buffer.getLong(), buffer.getLong());
    }
}
