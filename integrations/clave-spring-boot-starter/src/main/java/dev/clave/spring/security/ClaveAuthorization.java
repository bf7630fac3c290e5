package dev.clave.spring.security;

import dev.clave.spi.Level;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Rules for what an ordinary login is not enough for. Who lacks something is sent to the login, and comes back.
 *
 * <pre>{@code
 * requests.requestMatchers("/taxes/**").access(clave.atLevel(Level.ADVANCED))
 *         .requestMatchers("/forms/{id}/filed").access(clave.signed(request -> request.getVariables().get("id")))
 *
 * @PreAuthorize("@claveAuthorization.atLevel(authentication, 'ADVANCED')")
 * @PreAuthorize("@claveAuthorization.signed(authentication, #id)")
 * }</pre>
 *
 * <p>The bean is named {@code claveAuthorization}. Safe for use by many threads.
 */
public final class ClaveAuthorization {
    private final SignableTexts texts;

    /**
     * Rules over these texts.
     *
     * @param texts what people sign
     */
    public ClaveAuthorization(SignableTexts texts) {
        this.texts = Objects.requireNonNull(texts, "texts");
    }

    /**
     * For people who have logged in by clave and are registered at a level or above.
     *
     * @param level the lowest level that suffices
     * @return the rule for a URL
     */
    public AuthorizationManager<RequestAuthorizationContext> atLevel(Level level) {
        Objects.requireNonNull(level, "level");
        return (authentication, request) -> atLevel(authentication.get(), level);
    }

    /**
     * The same for a method.
     *
     * @param authentication who
     * @param level the lowest level that suffices
     * @return the decision
     */
    public AuthorizationResult atLevel(@Nullable Authentication authentication, Level level) {
        String authority = ClaveAuthorities.ofLevel(level);
        boolean granted = loggedIn(authentication)
                .filter(who -> who.getAuthorities().stream().anyMatch(has -> authority.equals(has.getAuthority())))
                .isPresent();
        return new AuthorityAuthorizationDecision(granted, List.of(new SimpleGrantedAuthority(authority)));
    }

    /**
     * For people who have signed a text in this session. A person comes back from the login with a GET, so guard what is looked at, and let
     * it do what is to be done once.
     *
     * @param reference gives the reference of the text ({@link SignableTexts#find}); null for none, which is denied
     * @return the rule for a URL
     */
    public AuthorizationManager<RequestAuthorizationContext> signed(
            Function<RequestAuthorizationContext, @Nullable String> reference) {
        Objects.requireNonNull(reference, "reference");
        return (authentication, request) -> signed(authentication.get(), reference.apply(request));
    }

    /**
     * The same for a method.
     *
     * @param authentication who
     * @param reference which text; null for none, which is denied
     * @return the decision
     */
    public AuthorizationResult signed(@Nullable Authentication authentication, @Nullable String reference) {
        Optional<Authentication> reader = loggedIn(authentication);
        if (reader.isEmpty() || reference == null || !LoginAsk.isReference(reference)) {
            return new AuthorizationDecision(false);
        }
        return texts.find(reference, reader.get())
                .map(text -> signed(reader.get(), text, reference))
                .orElseGet(() -> new AuthorizationDecision(false));
    }

    private static AuthorizationResult signed(Authentication reader, SignableText text, String reference) {
        boolean signed = reader.getAuthorities().stream()
                .anyMatch(has -> has instanceof SignatureAuthority signature && signature.isOf(text));
        return signed ? new AuthorizationDecision(true) : new SignatureDecision(reference);
    }

    private static Optional<Authentication> loggedIn(@Nullable Authentication authentication) {
        return Optional.ofNullable(authentication)
                .filter(who -> who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken));
    }
}
