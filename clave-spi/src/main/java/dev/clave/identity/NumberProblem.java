package dev.clave.identity;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out why something is not an identity number, once it is known that it is none. */
final class NumberProblem {
    /**
     * Numbers whose letter is wrong, numbers of other kinds, and numbers that are too long; in the order of the
     * likelier.
     */
    private static final List<Shape> SHAPES = List.of(
            Shape.of("[0-9]{1,8}", Problem.MISSING_LETTER),
            Shape.of("[0-9]{1,8}[A-Z]", Problem.WRONG_LETTER),
            Shape.of("(X0|[XYZ])[0-9]{7}", Problem.MISSING_LETTER),
            Shape.of("(X0|[XYZ])[0-9]{7}[A-Z]", Problem.WRONG_LETTER),
            Shape.of("[EC][0-9]{1,8}", Problem.SUPPORT_NUMBER),
            Shape.of("[KLM][0-9]{7}[A-Z]", Problem.WRONG_LETTER),
            Shape.of("[A-HJNP-SUVW][0-9]{7}[0-9A-J]", Problem.COMPANY_NIF),
            Shape.of("ES[A-Z]?[0-9]{7,8}[A-Z]?", Problem.VAT_PREFIX),
            Shape.of("[A-Z]{3}[0-9]{6}", Problem.IDESP),
            Shape.of("[XYZ]?[0-9]+[A-Z]?", Problem.WRONG_LENGTH),
            Shape.of(".{11,}", Problem.WRONG_LENGTH));

    private static final Pattern MIXED = Pattern.compile("[A-HJ-NP-Z]?([0-9OIL]{2,8}?)[A-Z]?");

    private static final int KLM_LENGTH = 9;

    private NumberProblem() {}

    static Problem of(@Nullable CharSequence typed) {
        if (typed == null) {
            return Problem.EMPTY;
        }
        if (typed.length() > Characters.LONGEST) {
            return Problem.TOO_LONG;
        }
        Problem strange = Characters.firstStrange(typed);
        return strange != null ? strange : ofSymbols(Characters.symbols(typed));
    }

    private static Problem ofSymbols(String symbols) {
        if (symbols.isEmpty()) {
            return Problem.EMPTY;
        }
        Problem problem = Shape.problem(SHAPES, MIXED, symbols);
        if (problem != Problem.WRONG_LETTER) {
            return problem;
        }
        if (IdentityNumber.isValid(symbols)) {
            return Problem.UNEXPECTED_CHARACTER; // the minus in front, which alone can spoil a right number
        }
        return isPersonWithoutDocument(symbols) ? ofPersonWithoutDocument(symbols) : problem;
    }

    private static boolean isPersonWithoutDocument(String symbols) {
        return symbols.length() == KLM_LENGTH && "KLM".indexOf(symbols.charAt(0)) >= 0;
    }

    /** The letter of a K, L or M number is that of its seven digits alone. An L in front may also be a mistyped 1. */
    private static Problem ofPersonWithoutDocument(String symbols) {
        String rest = symbols.substring(1);
        if (IdentityNumber.isValid(rest)) {
            return Problem.KLM_NIF;
        }
        return symbols.charAt(0) == 'L' && IdentityNumber.isValid("1" + rest)
                ? Problem.LETTER_I_FOR_ONE
                : Problem.WRONG_LETTER;
    }
}
