package dev.clave;

import org.jspecify.annotations.Nullable;

/**
 * The sealed token by which a browser goes on with its login. It is authenticated and encrypted, says nothing to whoever reads it, and is a
 * secret of that browser: whoever has it and the PIN gets in.
 *
 * <p>Immutable and safe for use by many threads. It prints nothing and is not {@code Serializable}.
 */
public final class LoginHandle {
    private final transient String token;

    private LoginHandle(String token) {
        this.token = token;
    }

    /**
     * What the browser sent back, whatever it is: garbage is recognised when it is used, and answered like a handle of the past.
     *
     * @param token as {@link #revealToken} gave it; null for none
     * @return the handle
     */
    public static LoginHandle of(@Nullable String token) {
        return new LoginHandle(token == null ? "" : token);
    }

    /**
     * The token in clear, for a cookie or a hidden field. Whoever calls this answers for where it goes.
     *
     * @return URL-safe Base64 without padding, at most 1,024 characters
     */
    public String revealToken() {
        return token;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoginHandle that && that.token.equals(token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }

    @Override
    public String toString() {
        return "LoginHandle[redacted]";
    }
}
