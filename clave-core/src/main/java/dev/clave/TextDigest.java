package dev.clave;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The SHA-256 of a text to be signed. Immutable and safe for use by many threads. */
public final class TextDigest {
    private static final int BYTES = 32;

    private final byte[] bytes;

    private TextDigest(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The digest of a text. The text is not kept.
     *
     * @param text every byte of it
     * @return its digest
     */
    public static TextDigest of(byte[] text) {
        try {
            return new TextDigest(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The digest of a text in UTF-8. The text is not kept.
     *
     * @param text every character of it
     * @return its digest
     * @throws IllegalArgumentException if the text holds half a character (an unpaired surrogate), which has no place in UTF-8: two different
     *     texts would have one digest
     */
    public static TextDigest of(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return of(exact);
        } catch (CharacterCodingException halfACharacter) {
            throw new IllegalArgumentException("the text holds an unpaired surrogate, which has no place in UTF-8");
        }
    }

    /**
     * A digest that is known.
     *
     * @param digest 32 bytes, which are copied
     * @return the digest
     * @throws IllegalArgumentException if there are not 32
     */
    public static TextDigest ofDigest(byte[] digest) {
        if (digest.length != BYTES) {
            throw new IllegalArgumentException("a SHA-256 has " + BYTES + " bytes");
        }
        return new TextDigest(digest.clone());
    }

    /**
     * The digest.
     *
     * @return a copy of the 32 bytes
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextDigest that && Arrays.equals(that.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The digest in hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
