package dev.clave.spring.security;

import java.util.Optional;
import org.springframework.security.core.Authentication;

/**
 * The texts that people sign, by references that stand in URLs and forms: so a reference is no secret and says nothing personal. Declare it as a bean.
 *
 * <p><b>Who calls it:</b> the rules of {@link ClaveAuthorization#signed}, and each step of a login to sign. <b>Concurrently:</b> yes. <b>May it
 * block:</b> yes, the person waits for it. <b>A throw</b> ends the request with an error: nothing is signed.
 */
@FunctionalInterface
public interface SignableTexts {

    /**
     * A text. Between the first page of a login and its PIN it must not change: with another text the login begins anew.
     *
     * @param reference which, 1 to 128 of {@code A-Z a-z 0-9 . _ ~ -}; anybody may have chosen it
     * @param reader who is logged in
     * @return the text, empty when there is none, or it is not this reader's to sign
     */
    Optional<SignableText> find(String reference, Authentication reader);
}
