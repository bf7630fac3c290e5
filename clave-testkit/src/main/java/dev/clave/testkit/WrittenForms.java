package dev.clave.testkit;

import dev.clave.identity.ContrastData;
import dev.clave.identity.IdentityNumber;
import dev.clave.identity.SupportNumber;
import dev.clave.spi.PhoneNumber;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ways in which people and programs write the same datum. */
final class WrittenForms {
    private static final List<String> DATES = List.of(
            "dd-MM-uuuu", "dd/MM/uuuu", "dd.MM.uuuu", "dd MM uuuu", "uuuu-MM-dd", "uuuu/MM/dd", "uuuuMMdd", "ddMMuuuu");

    private WrittenForms() {}

    /** The number with and without its letters, and with the usual separators. */
    static List<String> of(IdentityNumber number) {
        String value = number.value();
        String last = value.substring(8);
        if (!Character.isDigit(value.charAt(0))) {
            String digits = value.substring(1, 8);
            return List.of(
                    value,
                    value.substring(0, 8),
                    digits,
                    value.charAt(0) + "-" + digits + "-" + last,
                    digits + "-" + last);
        }
        String digits = value.substring(0, 8);
        String dotted = digits.substring(0, 2) + "." + digits.substring(2, 5) + "." + digits.substring(5);
        return List.of(value, digits, digits + "-" + last, digits + " " + last, dotted);
    }

    /** The number with and without its country, in the usual groups. */
    static List<String> of(PhoneNumber phone) {
        String value = phone.value();
        if (!value.startsWith("+34") || value.length() != 12) {
            return List.of(value, value.substring(1));
        }
        String national = value.substring(3);
        String threes = national.substring(0, 3) + " " + national.substring(3, 6) + " " + national.substring(6);
        String twos = national.substring(0, 3) + " " + national.substring(3, 5) + " " + national.substring(5, 7) + " "
                + national.substring(7);
        return List.of(value, national, threes, twos, threes.replace(' ', '-'));
    }

    /** The date in the usual orders, or the number with and without its letter. */
    static List<String> of(ContrastData contrast) {
        if (contrast instanceof SupportNumber support) {
            return List.of(support.value(), support.value().substring(1));
        }
        LocalDate date = FakePerson.date(contrast);
        List<String> forms = new ArrayList<>();
        for (String pattern : DATES) {
            forms.add(date.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT)));
        }
        return forms;
    }
}
