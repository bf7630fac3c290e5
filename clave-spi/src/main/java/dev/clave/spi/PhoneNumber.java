package dev.clave.spi;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number in the international form of ITU-T E.164. Whether a PIN may be sent to it is decided by the
 * policy.
 *
 * <p>Immutable and safe for use by many threads. {@code toString} prints the {@linkplain #masked masked} form.
 */
public final class PhoneNumber implements Address {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private final transient String value;

    private PhoneNumber(String value) {
        this.value = value;
    }

    /**
     * A number in its international form.
     *
     * @param e164 a plus sign and 7 to 15 digits, without separators, such as {@code +34600000018}
     * @return the number
     * @throws IllegalArgumentException if it has another form; the message does not repeat it
     */
    public static PhoneNumber of(String e164) {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("no telephone number of the form +34600000018");
        }
        return new PhoneNumber(e164);
    }

    /**
     * The number in clear, for the gateway. Personal data.
     *
     * @return a plus sign and 7 to 15 digits
     */
    @Override
    public String value() {
        return value;
    }

    /**
     * The form that may be shown: the last three digits.
     *
     * @return such as {@code ******018}
     */
    @Override
    public String masked() {
        return "******" + value.substring(value.length() - 3);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PhoneNumber that && that.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The masked form. */
    @Override
    public String toString() {
        return masked();
    }
}
