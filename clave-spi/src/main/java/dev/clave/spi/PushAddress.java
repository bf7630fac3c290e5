package dev.clave.spi;

import org.jspecify.annotations.Nullable;

/**
 * Where a push service reaches the app on a device: its registration token, or a subscription as the host writes it. clave
 * passes it on and looks at nothing but its form.
 *
 * <p>Immutable and safe for use by many threads. It prints nothing.
 */
public final class PushAddress implements Address {
    /** The most characters that an address may have. */
    public static final int LONGEST = 1_024;

    private static final String MASKED = "******";

    private final transient String value;

    private PushAddress(String value) {
        this.value = value;
    }

    /**
     * An address.
     *
     * @param value 1 to 1,024 printable ASCII characters
     * @return the address
     * @throws IllegalArgumentException if it has another form; the message does not repeat it
     */
    public static PushAddress of(String value) {
        if (!isPlain(value)) {
            throw new IllegalArgumentException("a push address has 1 to " + LONGEST + " printable ASCII characters");
        }
        return new PushAddress(value);
    }

    /**
     * Whether a text has the form of an address.
     *
     * @param value the text
     * @return whether it has 1 to 1,024 printable ASCII characters and no others
     */
    public static boolean isPlain(String value) {
        return !value.isEmpty() && value.length() <= LONGEST && value.chars().allMatch(PushAddress::isPrintable);
    }

    private static boolean isPrintable(int c) {
        return c >= ' ' && c <= '~';
    }

    @Override
    public String value() {
        return value;
    }

    /** Nothing of it may be shown. */
    @Override
    public String masked() {
        return MASKED;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PushAddress that && that.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "PushAddress[redacted]";
    }
}
