package dev.clave.spring.security;

import dev.clave.TextDigest;
import dev.clave.identity.IdentityNumber;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** The text that a request is about to sign, where somebody is logged in who may. */
final class Signing {
    /** How long a mark is. */
    static final int MARK_LENGTH = 32;

    private static final String NO_TEXT = "-";

    private final SignableTexts texts;
    private final SecurityContextHolderStrategy contexts;

    Signing(SignableTexts texts, SecurityContextHolderStrategy contexts) {
        this.texts = texts;
        this.contexts = contexts;
    }

    /** Who is logged in, by whatever login. */
    Optional<Authentication> reader() {
        return Optional.ofNullable(contexts.getContext().getAuthentication())
                .filter(somebody -> somebody.isAuthenticated() && !(somebody instanceof AnonymousAuthenticationToken));
    }

    /** Who is logged in, where it is known: by clave. */
    Optional<IdentityNumber> person() {
        return reader().map(reader -> reader.getPrincipal())
                .filter(ClavePrincipal.class::isInstance)
                .map(principal -> ((ClavePrincipal) principal).person());
    }

    /**
     * By what a page knows whether a login was opened for the very text that it shows: a digest of reference, summary and text. Where there is nothing to be
     * signed, the mark is one that no login has. It proves nothing: the proof of the PIN does.
     */
    static Optional<String> mark(LoginAsk ask, Optional<SignableText> text) {
        return ask.sign()
                .map(reference -> text.map(
                                signed -> TextDigest.of(reference + "\n" + signed.summary() + "\n" + signed.text())
                                        .toString()
                                        .substring(0, MARK_LENGTH))
                        .orElse(NO_TEXT));
    }

    Optional<SignableText> text(LoginAsk ask) {
        return ask.sign().flatMap(reference -> reader().flatMap(reader -> texts.find(reference, reader)));
    }
}
