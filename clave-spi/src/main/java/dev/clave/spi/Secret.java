package dev.clave.spi;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Characters that nothing prints: neither {@code toString} nor an exception nor a JSON mapper, nor a logger that
 * formats it.
 *
 * <p>Immutable and safe for use by many threads. It is not {@code Serializable}.
 */
public final class Secret {
    private final transient char[] characters;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /**
     * A secret of these characters, which are copied.
     *
     * @param characters what to keep from being printed
     * @return the secret
     */
    public static Secret of(CharSequence characters) {
        Objects.requireNonNull(characters, "characters");
        char[] copy = new char[characters.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = characters.charAt(i);
        }
        return new Secret(copy);
    }

    /**
     * The characters themselves. Whoever calls this answers for where they go.
     *
     * @return the secret in clear
     */
    public String reveal() {
        return new String(characters);
    }

    /**
     * How many characters there are.
     *
     * @return the length
     */
    public int length() {
        return characters.length;
    }

    /** Compares in a time that depends on the lengths alone. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that && sameCharacters(that.characters);
    }

    private boolean sameCharacters(char[] others) {
        int difference = characters.length ^ others.length;
        for (int i = 0; i < Math.min(characters.length, others.length); i++) {
            difference |= characters[i] ^ others[i];
        }
        return difference == 0;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(characters);
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
