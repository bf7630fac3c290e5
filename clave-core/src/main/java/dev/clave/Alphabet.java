package dev.clave;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The symbols that a PIN or a code is made of, in an order that never matters to the person.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Alphabet {
    private static final int ASCII = 128;

    /** A to Z and 2 to 7: a Cl@ve PIN has none of the digits 0, 1, 8 and 9. The alphabet of RFC 4648's Base32. */
    public static final Alphabet CLAVE = of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");

    /** The ten digits. */
    public static final Alphabet DIGITS = of("0123456789");

    /** A to Z and 0 to 9: what a code is made of. */
    public static final Alphabet CODE = of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private final String symbols;
    private final byte[] indexes = new byte[ASCII];

    private Alphabet(String symbols) {
        this.symbols = symbols;
        Arrays.fill(indexes, (byte) -1);
        for (int i = 0; i < symbols.length(); i++) {
            add(symbols.charAt(i), i);
        }
    }

    private void add(char symbol, int index) {
        boolean allowed = (symbol >= 'A' && symbol <= 'Z') || (symbol >= '0' && symbol <= '9');
        if (!allowed || indexes[symbol] >= 0) {
            throw new IllegalArgumentException("an alphabet has distinct symbols of A-Z and 0-9; number " + (index + 1)
                    + (allowed ? " is there twice" : " is none"));
        }
        indexes[symbol] = (byte) index;
    }

    /**
     * An alphabet of these symbols.
     *
     * @param symbols 2 to 36 distinct ASCII upper-case letters and digits
     * @return the alphabet
     * @throws IllegalArgumentException if they are anything else
     */
    public static Alphabet of(String symbols) {
        if (symbols.length() < 2) {
            throw new IllegalArgumentException("an alphabet has two symbols or more");
        }
        return new Alphabet(symbols);
    }

    /**
     * How many symbols there are.
     *
     * @return 2 to 36
     */
    public int size() {
        return symbols.length();
    }

    /**
     * One of the symbols.
     *
     * @param index from 0 to {@link #size} exclusive
     * @return the symbol
     * @throws IndexOutOfBoundsException if there is none at that place
     */
    public char symbol(int index) {
        return symbols.charAt(index);
    }

    /**
     * Where a symbol stands. Upper and lower case differ.
     *
     * @param symbol any character
     * @return its index, or -1 if it is none of this alphabet
     */
    public int indexOf(char symbol) {
        return symbol < ASCII ? indexes[symbol] : -1;
    }

    /**
     * All symbols in their order.
     *
     * @return such as {@code 0123456789}
     */
    public String symbols() {
        return symbols;
    }

    /** Equal if the symbols and their order are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Alphabet that && that.symbols.equals(symbols);
    }

    @Override
    public int hashCode() {
        return symbols.hashCode();
    }

    @Override
    public String toString() {
        return "Alphabet[" + symbols + "]";
    }
}
