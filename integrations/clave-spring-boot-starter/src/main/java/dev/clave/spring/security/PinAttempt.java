package dev.clave.spring.security;

import dev.clave.LoginHandle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A PIN that was typed, on its way to be compared. It prints nothing, and forgets the PIN when told to. */
final class PinAttempt extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient LoginHandle handle;
    private final transient @Nullable SignableText text;
    private transient @Nullable String pin;

    PinAttempt(LoginHandle handle, @Nullable String pin, Optional<SignableText> text) {
        super(List.of());
        this.handle = handle;
        this.pin = pin;
        this.text = text.orElse(null);
    }

    LoginHandle handle() {
        return handle;
    }

    Optional<SignableText> text() {
        return Optional.ofNullable(text);
    }

    /** Nobody, as yet. */
    @Override
    public Object getPrincipal() {
        return "";
    }

    @Override
    public @Nullable String getCredentials() {
        return pin;
    }

    @Override
    public void eraseCredentials() {
        pin = null;
    }

    @Override
    public String toString() {
        return "PinAttempt[redacted]";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
