package dev.clave.benchmarks;

import dev.clave.identity.IdentityNumber;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whether an identity number is valid: 80 of 100 as on the document, 15 with a separator before the letter or in lower case, 5 with a wrong
 * letter. The peer is a precompiled expression for just these forms, and the check letter.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-Xmn1g", "-XX:+AlwaysPreTouch"})
public class NumberBenchmark {
    private static final int COUNT = 10_000;
    private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final Pattern FORM =
            Pattern.compile("\\s*([0-9]{8}|[XYZ][0-9]{7})[-. ]?([A-Z])\\s*", Pattern.CASE_INSENSITIVE);

    private String[] numbers = {};

    /** Writes the mix, the same in every run. */
    @Setup
    public void write() {
        SplittableRandom random = new SplittableRandom(2026);
        numbers = new String[COUNT];
        int valid = 0;
        for (int i = 0; i < COUNT; i++) {
            numbers[i] = number(random, i % 100);
            valid += IdentityNumber.isValid(numbers[i]) ? 1 : 0;
            if (IdentityNumber.isValid(numbers[i]) != matches(numbers[i])) {
                throw new IllegalStateException("clave and its peer do not agree");
            }
        }
        if (valid != COUNT / 100 * 95) {
            throw new IllegalStateException("not the mix that is promised");
        }
    }

    private static String number(SplittableRandom random, int percent) {
        int digits = 99_000_000 + random.nextInt(1_000_000);
        boolean foreign = random.nextInt(5) == 0;
        int counted = foreign ? 20_000_000 + digits % 10_000_000 : digits;
        String front = foreign ? "Z" + digits % 10_000_000 : "" + digits;
        int letter = counted % LETTERS.length();
        if (percent < 80) {
            return front + LETTERS.charAt(letter);
        }
        if (percent < 90) {
            return front + "-. ".charAt(percent % 3) + LETTERS.charAt(letter);
        }
        return percent < 95
                ? front + Character.toLowerCase(LETTERS.charAt(letter))
                : front + LETTERS.charAt((letter + 1) % LETTERS.length());
    }

    private static boolean matches(String typed) {
        Matcher form = FORM.matcher(typed);
        if (!form.matches()) {
            return false;
        }
        String digits = form.group(1);
        int first = "XYZ".indexOf(Character.toUpperCase(digits.charAt(0)));
        int number = Integer.parseInt(first < 0 ? digits : first + digits.substring(1));
        return Character.toUpperCase(form.group(2).charAt(0)) == LETTERS.charAt(number % LETTERS.length());
    }

    /** With clave. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int clave() {
        int valid = 0;
        for (String number : numbers) {
            valid += IdentityNumber.isValid(number) ? 1 : 0;
        }
        return valid;
    }

    /** With a precompiled expression. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int regex() {
        int valid = 0;
        for (String number : numbers) {
            valid += matches(number) ? 1 : 0;
        }
        return valid;
    }
}
