package dev.clave;

import org.jspecify.annotations.Nullable;

/**
 * What an app keeps of its activation and sends with every request: sealed, so that it says nothing to whoever reads it. It alone
 * does nothing; each request is signed by the device as well.
 *
 * <p>Immutable and safe for use by many threads. It prints nothing and is not {@code Serializable}.
 */
public final class DeviceToken {
    private final transient String token;

    private DeviceToken(String token) {
        this.token = token;
    }

    /**
     * A token in clear, as it was kept.
     *
     * @param token as {@link #revealToken} gave it; null for none
     * @return the token
     */
    public static DeviceToken of(@Nullable String token) {
        return new DeviceToken(token == null ? "" : token);
    }

    /**
     * The token in clear, for the answer to the app. Whoever calls this answers for where it goes.
     *
     * @return URL-safe Base64 without padding, at most 256 characters
     */
    public String revealToken() {
        return token;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeviceToken that && that.token.equals(token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }

    @Override
    public String toString() {
        return "DeviceToken[redacted]";
    }
}
