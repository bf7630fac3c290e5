package dev.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is plain is read in one pass, and everything else in another; both must read the same. */
class NumberReaderTest {
    /** Before what is plain they make it decorated, and mean nothing. */
    private static final String DECORATION = "  ";

    private static final String SYMBOLS =
            "0123456789XYZxyzKLMTRWAGFPDBNJSQVHCEklmtrwa -.\u00A0\u2010\u00D1\u212A\uFF11\u0661\u0131";

    @Test
    void both_passes_read_the_same() {
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 400_000; i++) {
            String typed = almostANumber(random);
            int plain = NumberReader.read(typed);
            assertThat(plain).as(typed).isEqualTo(NumberReader.read(DECORATION + typed));
            read += plain >= 0 ? 1 : 0;
        }
        assertThat(read).isGreaterThan(100_000);
    }

    /** A right number, in which up to two symbols are others or come in addition, in upper case or not. */
    private static String almostANumber(Random random) {
        int series = random.nextInt(4);
        int number = random.nextInt(series == 3 ? 100_000_000 : 10_000_000);
        String digits = String.format(series == 3 ? "%08d" : "%07d", number);
        char letter = CheckLetter.of(series == 3 ? number : series * 10_000_000 + number);
        StringBuilder typed = new StringBuilder(series == 3 ? digits : "XYZ".charAt(series) + digits).append(letter);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(typed.length());
            char symbol = SYMBOLS.charAt(random.nextInt(SYMBOLS.length()));
            typed.replace(at, random.nextBoolean() ? at : at + 1, String.valueOf(symbol));
        }
        return random.nextBoolean() ? typed.toString() : typed.toString().toLowerCase(Locale.ROOT);
    }
}
