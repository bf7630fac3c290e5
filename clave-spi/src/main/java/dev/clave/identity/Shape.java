package dev.clave.identity;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form by which something that cannot be read gives itself away, and the problem that it then is. */
record Shape(Pattern form, Problem problem) {

    static Shape of(String form, Problem problem) {
        return new Shape(Pattern.compile(form), problem);
    }

    /**
     * The problem of the first shape that fits. When none does, it may be a letter that looks like a digit.
     *
     * @param mixed where digits belong, as its only group, in which O, I and L are let pass
     */
    static Problem problem(List<Shape> shapes, Pattern mixed, String symbols) {
        for (Shape shape : shapes) {
            if (shape.form.matcher(symbols).matches()) {
                return shape.problem;
            }
        }
        Matcher matcher = mixed.matcher(symbols);
        return matcher.matches() ? lookalike(matcher.group(1)) : Problem.MALFORMED;
    }

    /** More letters than digits are a word and not a slip. */
    private static Problem lookalike(String digits) {
        long letters = digits.chars().filter(c -> c >= 'A').count();
        if (letters == 0 || letters * 2 > digits.length()) {
            return Problem.MALFORMED;
        }
        return digits.indexOf('O') >= 0 ? Problem.LETTER_O_FOR_ZERO : Problem.LETTER_I_FOR_ONE;
    }
}
