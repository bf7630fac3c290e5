package dev.clave;

import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from: an IPv4 address, or the first 56 bits of an IPv6 address, which is what one household or server commonly has.
 * The host takes it from its connection or from a proxy that it trusts, never from a header that the client can choose.
 *
 * <p>Immutable and safe for use by many threads. It prints nothing.
 */
public final class Origin {
    private static final int IPV6_PREFIX_BYTES = 7;

    private final transient byte[] prefix;

    private Origin(byte[] prefix) {
        this.prefix = prefix;
    }

    /**
     * The origin of an address. An IPv4 address in an IPv6 one counts as IPv4.
     *
     * @param address the address of the client
     * @return its origin
     */
    public static Origin of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new Origin(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, IPV6_PREFIX_BYTES));
    }

    /**
     * What counts.
     *
     * @return a copy of the 4 or 7 bytes
     */
    public byte[] prefix() {
        return prefix.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin that && Arrays.equals(that.prefix, prefix);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(prefix);
    }

    @Override
    public String toString() {
        return "Origin[redacted]";
    }
}
