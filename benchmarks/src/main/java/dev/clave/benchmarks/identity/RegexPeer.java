package dev.clave.benchmarks.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A precompiled expression for just the forms of the mix, and the check letter. */
final class RegexPeer {
    static final String FORM = "([0-9]{8}|[XYZ][0-9]{7})[-. ]?([A-Z])";

    private static final Pattern PATTERN = Pattern.compile(FORM, Pattern.CASE_INSENSITIVE);

    private RegexPeer() {}

    static boolean isValid(String typed) {
        Matcher form = PATTERN.matcher(typed);
        return form.matches() && isCheckedBy(form.group(1), form.group(2).charAt(0));
    }

    static boolean isCheckedBy(String digits, char letter) {
        int first = "XYZ".indexOf(Character.toUpperCase(digits.charAt(0)));
        int number = Integer.parseInt(first < 0 ? digits : first + digits.substring(1));
        return Character.toUpperCase(letter) == Mix.LETTERS.charAt(number % Mix.LETTERS.length());
    }
}
