package dev.clave.spi;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A secret key of the host, with a name. At least 256 random bits: {@code head -c 32 /dev/urandom | base64}.
 *
 * <p>Immutable and safe for use by many threads. It prints its name alone and is not {@code Serializable}.
 */
public final class HostKey {
    /** How many bytes a key has at the least. */
    public static final int SHORTEST = 32;

    private static final int FEWEST_DISTINCT_BYTES = 12;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    private final String id;
    private final transient byte[] material;

    private HostKey(String id, byte[] material) {
        this.id = id;
        this.material = material;
    }

    /**
     * A key from its bytes.
     *
     * @param id its name, 1 to 32 letters, digits, dots, dashes and underscores; it is no secret and stands in
     *     entries, handles and logs. Another key has another name, for ever
     * @param material at least 32 bytes; they are copied
     * @return the key
     * @throws IllegalArgumentException if the name has another form, or the material is too short or evidently not
     *     random
     */
    public static HostKey of(String id, byte[] material) {
        requireName(id);
        Objects.requireNonNull(material, "material");
        if (material.length < SHORTEST) {
            throw new IllegalArgumentException("key " + id + " has " + material.length + " bytes; it takes " + SHORTEST
                    + " random ones at the least");
        }
        if (looksMade(material)) {
            throw new IllegalArgumentException("key " + id + " is not random: make it with a generator, not by hand");
        }
        return new HostKey(id, material.clone());
    }

    /**
     * A key from its Base64 text, as it stands in a secret store or an environment variable.
     *
     * @param id its name
     * @param text the material in Base64, standard or URL alphabet, with or without padding
     * @return the key
     * @throws IllegalArgumentException as for {@link #of}, and if it is no Base64; the message does not repeat it
     */
    public static HostKey ofBase64(String id, String text) {
        requireName(id);
        byte[] material = decoded(id, text);
        try {
            return of(id, material);
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }

    private static void requireName(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the name of a key has 1 to 32 letters, digits, dots, dashes and underscores");
        }
    }

    private static byte[] decoded(String id, String text) {
        String url = Objects.requireNonNull(text, () -> "key " + id + " has no text")
                .strip()
                .replace('+', '-')
                .replace('/', '_')
                .replace("=", "");
        try {
            return Base64.getUrlDecoder().decode(url);
        } catch (IllegalArgumentException noBase64) {
            // Not passed on as the cause: its message quotes a character of the key.
            throw new IllegalArgumentException("key " + id + " is not in Base64");
        }
    }

    /**
     * Zeros, a repeated word, text with a line end: no generator gives few distinct bytes, or printable ones almost
     * alone.
     */
    private static boolean looksMade(byte[] material) {
        boolean[] seen = new boolean[256];
        int distinct = 0;
        int unprintable = 0;
        for (byte b : material) {
            distinct += seen[b & 0xFF] ? 0 : 1;
            seen[b & 0xFF] = true;
            unprintable += b >= 0x20 && b < 0x7F ? 0 : 1;
        }
        return unprintable <= material.length / 8
                || distinct < FEWEST_DISTINCT_BYTES
                || isSequence(material)
                || isRepetition(material);
    }

    /** A shorter key, written several times to make it long enough. */
    private static boolean isRepetition(byte[] material) {
        for (int period = 1; period <= material.length / 2; period++) {
            if (Arrays.equals(material, 0, material.length - period, material, period, material.length)) {
                return true;
            }
        }
        return false;
    }

    /** 00 01 02 …, the key of every tutorial. */
    private static boolean isSequence(byte[] material) {
        for (int i = 2; i < material.length; i++) {
            if ((byte) (material[i] - material[i - 1]) != (byte) (material[1] - material[0])) {
                return false;
            }
        }
        return true;
    }

    /**
     * The name.
     *
     * @return the name
     */
    public String id() {
        return id;
    }

    /**
     * The key itself. Whoever calls this answers for where it goes, and wipes it.
     *
     * @return a copy of the bytes
     */
    public byte[] revealMaterial() {
        return material.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof HostKey that
                        && that.id.equals(id)
                        && MessageDigest.isEqual(that.material, material));
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "HostKey[" + id + "]";
    }
}
