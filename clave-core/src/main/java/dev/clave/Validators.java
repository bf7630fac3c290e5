package dev.clave;

import dev.clave.identity.Dni;
import dev.clave.identity.IdentityNumber;
import dev.clave.identity.IssueDate;
import dev.clave.identity.Parsed;
import dev.clave.identity.Problem;
import dev.clave.identity.SupportNumber;
import dev.clave.identity.TypedContrast;
import dev.clave.identity.ValidityDate;
import dev.clave.internal.texts.Box;
import dev.clave.internal.texts.Wording;
import dev.clave.spi.Language;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The readers of {@link dev.clave.identity} for forms: each gives the canonical value, or a problem with a sentence
 * that says what to do.
 *
 * <pre>{@code
 * Validators.identityNumber(typed, Language.EU).complaint().ifPresent(form::show);
 * }</pre>
 *
 * <p>They are pure: nobody is looked up, and neither the default locale nor the time zone has a say. No sentence
 * repeats what was typed or says what would have been right. Safe for use by many threads.
 */
public final class Validators {
    private Validators() {}

    /**
     * Reads a DNI or NIE.
     *
     * @param typed what was typed; null reads as empty
     * @param language the language of the sentence
     * @return the number, or what is wrong
     * @see IdentityNumber#parse
     */
    public static Checked<IdentityNumber> identityNumber(@Nullable CharSequence typed, Language language) {
        return checked(IdentityNumber.parse(typed), Box.NUMBER, language);
    }

    /**
     * Reads the validity date of a DNI.
     *
     * @param typed what was typed; null reads as empty
     * @param language the language of the sentence
     * @return the date, or what is wrong; for 01-01-9999 the sentence asks for the issue date
     * @see ValidityDate#parse
     */
    public static Checked<ValidityDate> validityDate(@Nullable CharSequence typed, Language language) {
        return checked(ValidityDate.parse(typed), Box.VALIDITY_DATE, language);
    }

    /**
     * Reads the issue date of a permanent DNI.
     *
     * @param typed what was typed; null reads as empty
     * @param today the date of today where the person is; a later one is {@link Problem#IN_THE_FUTURE}
     * @param language the language of the sentence
     * @return the date, or what is wrong
     * @see IssueDate#parse
     */
    public static Checked<IssueDate> issueDate(@Nullable CharSequence typed, LocalDate today, Language language) {
        Parsed<IssueDate> parsed = IssueDate.parse(typed);
        boolean future =
                parsed.accepted().filter(issue -> issue.date().isAfter(today)).isPresent();
        return checked(future ? new Parsed.Invalid<>(Problem.IN_THE_FUTURE) : parsed, Box.ISSUE_DATE, language);
    }

    /**
     * Reads the support number of a foreigner's document.
     *
     * @param typed what was typed; null reads as empty
     * @param language the language of the sentence
     * @return the number, or what is wrong
     * @see SupportNumber#parse
     */
    public static Checked<SupportNumber> supportNumber(@Nullable CharSequence typed, Language language) {
        return checked(SupportNumber.parse(typed), Box.SUPPORT_NUMBER, language);
    }

    /**
     * Reads the datum that this kind of number is checked by: a date for a DNI, the support number for a NIE.
     *
     * @param number whose document it is
     * @param typed what was typed; null reads as empty
     * @param language the language of the sentence
     * @return the datum, or what is wrong
     * @see TypedContrast#parse
     */
    public static Checked<TypedContrast> contrast(
            IdentityNumber number, @Nullable CharSequence typed, Language language) {
        Box box = number instanceof Dni ? Box.DATE : Box.SUPPORT_NUMBER;
        return checked(TypedContrast.parse(number, typed), box, language);
    }

    private static <T> Checked<T> checked(Parsed<T> parsed, Box box, Language language) {
        if (parsed instanceof Parsed.Invalid<T> invalid) {
            return new Checked.Invalid<>(invalid.reason(), box.sentence(Wording.in(language), invalid.reason()));
        }
        return new Checked.Valid<>(((Parsed.Valid<T>) parsed).value());
    }
}
