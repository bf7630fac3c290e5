package dev.clave.benchmarks.identity;

import org.apache.commons.validator.routines.CodeValidator;
import org.apache.commons.validator.routines.checkdigit.CheckDigit;

/** What commons-validator builds a code's validation from: a {@link CodeValidator} with an expression and a {@link CheckDigit}. */
final class CommonsPeer {
    /** It is cut into two groups, which the validator joins: no separator comes to the check. */
    private static final String FORM = "(?i)\\s*([0-9]{8}|[XYZ][0-9]{7})[-. ]?([A-Z])\\s*";

    private static final CodeValidator VALIDATOR = new CodeValidator(FORM, new CheckLetter());

    private CommonsPeer() {}

    static boolean isValid(String typed) {
        return VALIDATOR.isValid(typed);
    }

    /** The letter, by the rest of the division by 23. */
    private static final class CheckLetter implements CheckDigit {
        @Override
        public String calculate(String code) {
            throw new UnsupportedOperationException("only to validate");
        }

        @Override
        public boolean isValid(String code) {
            return RegexPeer.isCheckedBy(code.substring(0, 8), code.charAt(8));
        }
    }
}
