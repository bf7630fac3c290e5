package dev.clave.internal.crypto;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * HMAC with SHA-256 (RFC 2104) under one key. It keeps the two digests that have seen the padded key and copies them
 * for each message, which is faster than a {@code Mac}, and leaves nothing that a second thread could disturb.
 */
public final class HmacSha256 {
    private static final int BLOCK = 64;
    private static final byte INNER_PAD = 0x36;
    private static final byte OUTER_PAD = 0x5C;

    private final MessageDigest inner;
    private final MessageDigest outer;

    private HmacSha256(MessageDigest inner, MessageDigest outer) {
        this.inner = inner;
        this.outer = outer;
    }

    /** Under this key, of any length; the array is read, neither kept nor wiped. */
    public static HmacSha256 of(byte[] key) {
        boolean digested = key.length > BLOCK;
        byte[] block = digested ? Sha256.begin().digest(key) : key;
        HmacSha256 mac = new HmacSha256(padded(block, INNER_PAD), padded(block, OUTER_PAD));
        if (digested) {
            Arrays.fill(block, (byte) 0);
        }
        return mac;
    }

    private static MessageDigest padded(byte[] key, byte pad) {
        byte[] block = Arrays.copyOf(key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= pad;
        }
        MessageDigest digest = Sha256.begin();
        digest.update(block);
        Arrays.fill(block, (byte) 0);
        return digest;
    }

    /** The code of a message: 32 bytes. */
    public byte[] of(Frame message) {
        MessageDigest digest = Sha256.copyOf(inner);
        message.digestedBy(digest);
        return finish(digest);
    }

    /** The code of bytes that are no frame: for vectors. */
    byte[] ofBytes(byte[] message) {
        MessageDigest digest = Sha256.copyOf(inner);
        digest.update(message);
        return finish(digest);
    }

    private byte[] finish(MessageDigest innerDigest) {
        byte[] code = new byte[Sha256.BYTES];
        try {
            innerDigest.digest(code, 0, code.length);
            MessageDigest digest = Sha256.copyOf(outer);
            digest.update(code);
            digest.digest(code, 0, code.length);
            return code;
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 has 32 bytes", e);
        }
    }
}
