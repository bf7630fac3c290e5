package dev.clave;

import org.jspecify.annotations.Nullable;

/**
 * A token of an earlier grant, by which a browser is known to have logged a person in. It says nothing about the person and proves nothing: it
 * only chooses the budget that wrong data are charged to.
 *
 * <p>Immutable and safe for use by many threads. It prints nothing and is not {@code Serializable}.
 */
public final class BrowserToken {
    private final transient String token;

    private BrowserToken(String token) {
        this.token = token;
    }

    /**
     * What the browser sent back, whatever it is: garbage is recognised when it is used, and answered like a token of the past.
     *
     * @param token as {@link #revealToken} gave it; null for none
     * @return the token
     */
    public static BrowserToken of(@Nullable String token) {
        return new BrowserToken(token == null ? "" : token);
    }

    /**
     * The token in clear, for a cookie or a hidden field. Whoever calls this answers for where it goes.
     *
     * @return URL-safe Base64 without padding, at most 128 characters
     */
    public String revealToken() {
        return token;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BrowserToken that && that.token.equals(token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }

    @Override
    public String toString() {
        return "BrowserToken[redacted]";
    }
}
