package dev.clave.spring.security;

import dev.clave.TextDigest;
import java.io.Serial;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;

/**
 * That a person has signed one text. It joins the authorities of the session in which it was signed. Immutable; it prints the digest alone.
 */
public final class SignatureAuthority implements GrantedAuthority {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What the authority of each signature begins with; the digest follows. */
    public static final String PREFIX = "CLAVE_SIGNED_";

    /** The SHA-256 of the text, in hexadecimal digits. */
    private final String digest;
    /** What the message with the PIN said of the text. */
    private final String summary;
    /** When it was signed. */
    private final Instant at;

    SignatureAuthority(TextDigest digest, String summary, Instant at) {
        this.digest = digest.toString();
        this.summary = summary;
        this.at = at;
    }

    @Override
    public String getAuthority() {
        return PREFIX + digest;
    }

    /**
     * The SHA-256 of the text.
     *
     * @return 64 hexadecimal digits
     */
    public String digest() {
        return digest;
    }

    /**
     * What the message with the PIN said of the text.
     *
     * @return the summary
     */
    public String summary() {
        return summary;
    }

    /**
     * When it was signed.
     *
     * @return the time of the grant
     */
    public Instant at() {
        return at;
    }

    /**
     * Whether it is this text that was signed.
     *
     * @param text the text
     * @return true if it is
     */
    public boolean isOf(SignableText text) {
        return text.summary().equals(summary)
                && TextDigest.of(text.text()).toString().equals(digest);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignatureAuthority that && that.digest.equals(digest) && that.at.equals(at);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    /** Without the summary, which may be personal. */
    @Override
    public String toString() {
        return getAuthority();
    }
}
