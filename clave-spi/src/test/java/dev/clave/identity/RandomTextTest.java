package dev.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Numbers and texts drawn from fixed seeds. */
class RandomTextTest {
    private static final int ROUNDS = 20_000;
    private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String SEPARATORS = " -./_\u00A0\u2009\u202F\u2010\u2013\u2212\u200B\uFEFF";
    private static final String ODD =
            "0123456789XYZxyzKLMECesOIlñÑ１٣ſı\u0000\t\n\u202E\u200B\u00A0-./_+!'\"<\uD800\uDC00";

    @Test
    @DisplayName("V01 a valid number, however decorated, is read as itself, and its value is read again")
    void decoratedNumbers() {
        SplittableRandom random = new SplittableRandom(20_260_101);
        for (int i = 0; i < ROUNDS; i++) {
            String canonical = canonical(random);
            String typed = decorated(canonical, random);
            Optional<IdentityNumber> read = IdentityNumber.parse(typed).accepted();

            assertThat(read).map(IdentityNumber::value).contains(canonical);
            assertThat(read).contains(IdentityNumber.of(canonical));
        }
    }

    @Test
    @DisplayName("V05 another digit, another check letter or two digits exchanged: always told as a wrong letter")
    void slipsAreNoticed() {
        SplittableRandom random = new SplittableRandom(20_260_102);
        for (int i = 0; i < ROUNDS; i++) {
            String canonical = canonical(random);
            int at = random.nextInt(9);
            char[] slip = canonical.toCharArray();
            slip[at] = another(slip[at], at, random);
            assertWrongLetter(canonical, new String(slip));

            char[] swap = canonical.toCharArray();
            int first = 1 + random.nextInt(6);
            swap[first] = canonical.charAt(first + 1);
            swap[first + 1] = canonical.charAt(first);
            assertWrongLetter(canonical, new String(swap));
        }
    }

    @Test
    @DisplayName(
            "V06 a DNI and a NIE share their letter where X, Y or Z stands for 0, 1 or 2, and are different persons")
    void sharedLetters() {
        SplittableRandom random = new SplittableRandom(20_260_103);
        for (int i = 0; i < 1_000; i++) {
            String nie = nie(random);
            String dni = (char) (nie.charAt(0) - 'X' + '0') + nie.substring(1);

            assertThat(IdentityNumber.of(dni)).isNotEqualTo(IdentityNumber.of(nie));
        }
    }

    @Test
    @DisplayName("C09 no text makes a reader throw, and no problem repeats it")
    void anyTextIsRead() {
        SplittableRandom random = new SplittableRandom(20_260_104);
        for (int i = 0; i < ROUNDS; i++) {
            String typed = text(random);
            Parsed<IdentityNumber> number = IdentityNumber.parse(typed);

            assertThat(IdentityNumber.isValid(typed))
                    .isEqualTo(number.accepted().isPresent());
            for (Parsed<?> parsed : readings(number, typed)) {
                parsed.problem()
                        .ifPresent(problem -> assertThat(parsed).hasToString("Invalid[reason=" + problem + "]"));
            }
        }
    }

    private static List<Parsed<?>> readings(Parsed<IdentityNumber> number, String typed) {
        return List.of(
                number,
                ValidityDate.parse(typed),
                IssueDate.parse(typed),
                SupportNumber.parse(typed),
                TypedContrast.parse(IdentityNumber.of("99999018D"), typed),
                TypedContrast.parse(IdentityNumber.of("X1234567L"), typed));
    }

    private static void assertWrongLetter(String canonical, String typed) {
        if (!typed.equals(canonical)) {
            assertThat(IdentityNumber.parse(typed).problem()).contains(Problem.WRONG_LETTER);
        }
    }

    private static String canonical(SplittableRandom random) {
        return random.nextBoolean() ? dni(random) : nie(random);
    }

    private static String dni(SplittableRandom random) {
        int number = random.nextInt(100_000_000) >> random.nextInt(20);
        return "0".repeat(8 - String.valueOf(number).length()) + number + LETTERS.charAt(number % 23);
    }

    private static String nie(SplittableRandom random) {
        int number = random.nextInt(10_000_000);
        int series = random.nextInt(3);
        String digits = "0".repeat(7 - String.valueOf(number).length()) + number;
        return "XYZ".charAt(series) + digits + LETTERS.charAt((series * 10_000_000 + number) % 23);
    }

    /** A short number gets nothing in front: a minus would stand where a digit is missing. */
    private static String decorated(String canonical, SplittableRandom random) {
        String bare = variant(canonical, random);
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < bare.length(); i++) {
            if ((i > 0 || bare.length() >= 9) && random.nextInt(3) == 0) {
                typed.append(SEPARATORS.charAt(random.nextInt(SEPARATORS.length())));
            }
            char c = bare.charAt(i);
            typed.append(c >= 'A' && random.nextBoolean() ? (char) (c - 'A' + 'a') : c);
        }
        return random.nextBoolean() ? "\u00A0" + typed + "\u200B." : typed.toString();
    }

    private static String variant(String canonical, SplittableRandom random) {
        if (random.nextBoolean()) {
            return canonical;
        }
        int zeros = random.nextInt(8);
        if (canonical.startsWith("X")) {
            return "X0" + canonical.substring(1);
        }
        return canonical.startsWith("0".repeat(zeros)) ? canonical.substring(zeros) : canonical;
    }

    private static char another(char c, int at, SplittableRandom random) {
        String choice = c <= '9' ? "0123456789" : at == 0 ? "XYZ" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        return choice.charAt(random.nextInt(choice.length()));
    }

    private static String text(SplittableRandom random) {
        boolean anything = random.nextInt(4) == 0;
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(40); length > 0; length--) {
            text.append(anything ? (char) random.nextInt(0x10000) : ODD.charAt(random.nextInt(ODD.length())));
        }
        return text.toString();
    }
}
