package dev.clave.spring.security;

import dev.clave.PinSent;
import dev.clave.spi.Language;
import java.util.Map;
import java.util.Optional;

/**
 * What a page of the login shows. A page of the application's own finds it in the request attribute {@link #ATTRIBUTE}.
 *
 * @param step which form
 * @param language the person's language
 * @param notice what the last step has to say, in that language: plain text, to be escaped like any other
 * @param sent where the PIN is and how long it lives, in the step {@link Step#ENTER}
 * @param signing the text that is to be signed, where the login is for that
 * @param action the path under which the forms are sent: {@code action + "/identify"}, {@code "/pin"}, {@code "/access"}, {@code "/cancel"}
 * @param hidden the fields that each form sends besides, the CSRF token among them
 */
public record LoginView(
        Step step,
        Language language,
        Optional<String> notice,
        Optional<PinSent> sent,
        Optional<SignableText> signing,
        String action,
        Map<String, String> hidden) {
    /** The name of the request attribute. */
    public static final String ATTRIBUTE = "claveLogin";

    /** A form of the login. */
    public enum Step {
        /** {@code number} and {@code contrast}, to {@code /identify}. */
        IDENTIFY,
        /** {@code code} if the person wants to choose it, to {@code /pin}. */
        OBTAIN,
        /** {@code pin} to {@code /access}; or {@code again}, and {@code route=SMS} in the place of the app, to {@code /pin}. */
        ENTER,
        /** The PIN has expired: {@code again} to {@code /pin}. */
        RENEW,
        /** None: something that the login stands on has failed. */
        UNAVAILABLE
    }

    /**
     * Copies the fields.
     *
     * @param step which form
     * @param language the person's language
     * @param notice what the last step has to say
     * @param sent where the PIN is
     * @param signing the text that is to be signed
     * @param action the path under which the forms are sent
     * @param hidden the fields that each form sends besides
     */
    public LoginView {
        hidden = Map.copyOf(hidden);
    }

    /** The step alone. */
    @Override
    public String toString() {
        return "LoginView[" + step + "]";
    }
}
