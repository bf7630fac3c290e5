package dev.clave.spring.security;

import dev.clave.Outcome;
import dev.clave.PinSent;
import dev.clave.spi.Language;
import java.util.Map;
import java.util.Optional;

/**
 * What a page of the login shows. A page of the application's own finds it in the request attribute {@link #ATTRIBUTE}.
 *
 * @param step which form
 * @param language the language of the request
 * @param notice what the last step has to say, in that language: plain text, to be escaped like any other
 * @param outcome what the notice is about, where it is an answer of clave's: {@link dev.clave.Mistyped} for a field that is to be marked, {@link
 *     dev.clave.TryLater} for a countdown, {@link PinSent} when nothing is wrong
 * @param number what the person typed as a number, in the step {@link Step#IDENTIFY} after a mistake or after the first of two screens: to be
 *     escaped. It can be a number; whose, nobody has looked
 * @param sent where the PIN is and how long it lives, in the step {@link Step#ENTER}
 * @param signing the text that is to be signed, where the login is for that
 * @param action the path under which the forms are sent: {@code action + "/identify"}, {@code "/pin"}, {@code "/access"}, {@code "/cancel"},
 *     and {@code "/number"} in a page of two screens
 * @param hidden the fields that each form sends besides, the CSRF token among them
 */
public record LoginView(
        Step step,
        Language language,
        Optional<String> notice,
        Optional<Outcome> outcome,
        Optional<String> number,
        Optional<PinSent> sent,
        Optional<SignableText> signing,
        String action,
        Map<String, String> hidden) {
    /** The name of the request attribute. */
    public static final String ATTRIBUTE = "claveLogin";

    /** A form of the login. */
    public enum Step {
        /**
         * {@code number} and {@code contrast}, to {@code /identify}. Or in two screens: {@code number} to {@code /number} while {@link
         * LoginView#number} is empty, then {@code contrast} to {@code /identify}, or {@code change=true} to {@code /number}.
         */
        IDENTIFY,
        /** {@code code} if the person wants to choose it, to {@code /pin}. */
        OBTAIN,
        /** {@code pin} to {@code /access}; or {@code again}, and {@code route=SMS} in the place of the app, to {@code /pin}. */
        ENTER,
        /** The PIN has expired: {@code again} to {@code /pin}. */
        RENEW,
        /** None: the login is to sign a text, and there is none, or it is not for whoever is logged in to sign. */
        NOTHING_TO_SIGN,
        /** None: something that the login stands on has failed. */
        UNAVAILABLE
    }

    /**
     * Copies the fields.
     *
     * @param step which form
     * @param language the language of the request
     * @param notice what the last step has to say
     * @param outcome what the notice is about
     * @param number what the person typed as a number
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
