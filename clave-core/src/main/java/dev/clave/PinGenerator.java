package dev.clave;

import dev.clave.internal.pin.ApprovedSource;
import dev.clave.internal.pin.CodeReader;
import dev.clave.internal.pin.CodeScreen;
import dev.clave.internal.pin.Symbols;
import dev.clave.spi.Secret;
import java.nio.CharBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Draws PINs and codes, every one as likely as any other. It can be used without the rest of the library.
 *
 * <pre>{@code
 * Secret pin = PinGenerator.approved().pin(Alphabet.CLAVE, 6);
 * }</pre>
 *
 * <p>Each call takes its random bytes at once; what is not needed of them is wiped. Safe for use by many threads.
 * Make one and keep it. What the source of randomness throws goes to the caller.
 */
public final class PinGenerator {
    private static final int LONGEST = 64;

    private final Consumer<byte[]> source;

    private PinGenerator(Consumer<byte[]> source) {
        this.source = source;
    }

    /**
     * A PIN and a code that were drawn together. Neither says anything about the other.
     *
     * @param pin the PIN
     * @param code four of {@link Alphabet#CODE}, screened
     */
    public record Drawn(Secret pin, String code) {}

    /**
     * A generator over the JDK's {@code DRBG} (NIST SP 800-90A) with a strength of 256 bits, seeded with the
     * entropy of the operating system. It keeps a few of them, so that threads do not wait for each other.
     *
     * @return the generator
     * @throws IllegalStateException if this JDK has no such DRBG
     */
    public static PinGenerator approved() {
        return new PinGenerator(new ApprovedSource());
    }

    /**
     * A generator over another source, for tests and for hardware.
     *
     * @param random safe for use by many threads, as {@code SecureRandom} is unless it says otherwise
     * @return the generator
     */
    public static PinGenerator of(SecureRandom random) {
        return new PinGenerator(random::nextBytes);
    }

    /**
     * A PIN.
     *
     * @param alphabet what it is made of
     * @param length how many symbols, 1 to 64
     * @return the PIN
     * @throws IllegalArgumentException if the length is another
     * @throws IllegalStateException if the source of randomness repeats itself
     */
    public Secret pin(Alphabet alphabet, int length) {
        try (Symbols symbols = new Symbols(source, checked(length))) {
            return pin(symbols, alphabet, length);
        }
    }

    /**
     * A code: four of {@link Alphabet#CODE}. Those that read as an insult in Spanish, Catalan, Galician, Basque or
     * English are drawn again.
     *
     * @return the code
     * @throws IllegalStateException if the source of randomness repeats itself
     */
    public String code() {
        try (Symbols symbols = new Symbols(source, CodeReader.LENGTH)) {
            return code(symbols);
        }
    }

    /**
     * A PIN and a code out of one draw.
     *
     * @param alphabet what the PIN is made of
     * @param length how many symbols the PIN has, 1 to 64
     * @return both
     * @throws IllegalArgumentException if the length is another
     * @throws IllegalStateException if the source of randomness repeats itself
     */
    public Drawn pinAndCode(Alphabet alphabet, int length) {
        try (Symbols symbols = new Symbols(source, checked(length) + CodeReader.LENGTH)) {
            return new Drawn(pin(symbols, alphabet, length), code(symbols));
        }
    }

    /**
     * Random bytes, for whatever else a login draws.
     *
     * @param count how many
     * @return the bytes
     */
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        source.accept(bytes);
        return bytes;
    }

    private static int checked(int length) {
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException("a PIN has 1 to 64 symbols, not " + length);
        }
        return length;
    }

    private static Secret pin(Symbols symbols, Alphabet alphabet, int length) {
        char[] pin = new char[length];
        symbols.fill(pin, alphabet);
        try {
            return Secret.of(CharBuffer.wrap(pin));
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private static String code(Symbols symbols) {
        char[] code = new char[CodeReader.LENGTH];
        do {
            symbols.fill(code, Alphabet.CODE);
        } while (CodeScreen.rejects(CharBuffer.wrap(code)));
        return new String(code);
    }
}
