package dev.clave.spring.security;

import dev.clave.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a request comes from: the address of the connection, or what a proxy says where the application trusts it. */
public final class Origins {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private Origins() {}

    /**
     * The origin of a request, as the login counts it. All requests without an address, or with one that is none, share one budget: to have none must not
     * pay.
     *
     * @param request the request
     * @return its origin
     */
    public static Origin of(HttpServletRequest request) {
        return Origin.of(address(request.getRemoteAddr()));
    }

    /** Whether the connection comes from this machine, where browsers keep Secure cookies without TLS. */
    static boolean isLoopback(HttpServletRequest request) {
        return address(request.getRemoteAddr()).isLoopbackAddress();
    }

    /** Names are not looked up: with a forwarded header that nobody checks, a client could choose one. */
    private static InetAddress address(@Nullable String remote) {
        String bare = remote == null
                ? ""
                : withoutPort(remote.strip().replace("\"", "")).replaceFirst("%.*$", "");
        try {
            boolean literal = IPV4.matcher(bare).matches() || IPV6.matcher(bare).matches();
            return InetAddress.getByName(literal ? bare : "0.0.0.0");
        } catch (UnknownHostException noAddress) {
            return nowhere(noAddress);
        }
    }

    /** Some proxies send {@code 192.0.2.1:4711} and {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String remote) {
        return remote.startsWith("[")
                ? remote.substring(1).replaceFirst("\\].*$", "")
                : remote.replaceFirst("^([0-9.]+):[0-9]+$", "$1");
    }

    private static InetAddress nowhere(UnknownHostException cause) {
        try {
            return InetAddress.getByAddress(new byte[4]);
        } catch (UnknownHostException impossible) {
            impossible.addSuppressed(cause);
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }
}
