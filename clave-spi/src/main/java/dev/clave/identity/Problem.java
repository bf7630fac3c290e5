package dev.clave.identity;

/**
 * Why something that a person typed cannot be read. The list is closed; its names are stable and safe to log, for they
 * never repeat what was typed.
 *
 * <p>One problem can mean different things in different fields; a sentence for the person is made from both.
 */
public enum Problem {
    /** Nothing was typed, or only spaces and separators. */
    EMPTY,
    /** More characters than any accepted form has. Nothing else was looked at. */
    TOO_LONG,
    /** A control character or a mark that changes the direction of writing. It is never echoed. */
    CONTROL_CHARACTER,
    /** A letter, digit or symbol outside ASCII, such as a full-width or Arabic-Indic digit. None is ever converted. */
    NOT_ASCII,
    /**
     * An ASCII symbol that is neither a letter or digit nor an accepted separator, or not of the alphabet in use; a
     * minus before a number of fewer digits than it should have.
     */
    UNEXPECTED_CHARACTER,
    /** Too many or too few characters. */
    WRONG_LENGTH,
    /** Letters and digits in an order that no accepted form has. */
    MALFORMED,
    /** The letter O stands where a digit belongs. */
    LETTER_O_FOR_ZERO,
    /** The letter I or L stands where a digit belongs. */
    LETTER_I_FOR_ONE,
    /** The number is there and its check letter is not. It is never computed for the person: it is the typing check. */
    MISSING_LETTER,
    /** The check letter does not belong to the number. The right one is never disclosed. */
    WRONG_LETTER,
    /** The tax number of a company or other legal entity, never a person. */
    COMPANY_NIF,
    /** A tax number K, L or M: valid, but of a person without the document that a login needs. */
    KLM_NIF,
    /** A tax number with the country prefix ES of intra-community trade. */
    VAT_PREFIX,
    /** The support number of a foreigner's card, typed where the identity number belongs. */
    SUPPORT_NUMBER,
    /**
     * The support number of a DNI card, or the number of a Spanish passport, which has the same form: three letters
     * and six digits. It is neither an identity number nor a datum.
     */
    IDESP,
    /** An identity number, typed where the support number belongs. */
    IDENTITY_NUMBER,
    /** The digits of a support number without the letter E or C before them. */
    MISSING_PREFIX,
    /** A support number, an identity number or similar for a DNI, which is checked by a date. */
    DATE_EXPECTED,
    /** A date for a NIE, which is checked by its support number. */
    SUPPORT_NUMBER_EXPECTED,
    /** A date whose year has two digits. The century is not guessed. */
    TWO_DIGIT_YEAR,
    /** A day that no calendar has, such as 31 April or 29 February of a common year. */
    NO_SUCH_DATE,
    /**
     * 01-01-9999, which every permanent DNI bears and which therefore proves nothing: its issue date is asked instead.
     */
    PERMANENT_DATE,
    /** A date before 1951, the year of the first DNI. */
    TOO_EARLY,
    /** An issue date that has not come yet. */
    IN_THE_FUTURE,
    /** A key of a device that is no point of the curve P-256. */
    NOT_ON_CURVE,
    /** The same key for both uses of a device. */
    SAME_KEY_TWICE
}
