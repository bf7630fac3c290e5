package dev.clave.spring.security;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** The text that a request is about to sign, where somebody is logged in who may. */
final class Signing {
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

    Optional<SignableText> text(LoginAsk ask) {
        return ask.sign().flatMap(reference -> reader().flatMap(reader -> texts.find(reference, reader)));
    }
}
