package dev.clave.internal.pin;

import java.util.Arrays;

/** Pearson's test of counts against what was to be expected. */
public final class ChiSquare {
    /** Beyond this many standard deviations p is outside of 1e-4 to 1 - 1e-4. */
    private static final double BOUND = 3.719;

    private ChiSquare() {}

    /** Whether p is within 1e-4 and 1 - 1e-4 for counts that are all equally likely. */
    public static boolean isUniform(int[] counts) {
        double[] expected = new double[counts.length];
        double total = 0;
        for (int count : counts) {
            total += count;
        }
        Arrays.fill(expected, total / counts.length);
        return fits(counts, expected);
    }

    /** The same for counts with these expectations, by the approximation of Wilson and Hilferty. */
    public static boolean fits(int[] counts, double[] expected) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += (counts[i] - expected[i]) * (counts[i] - expected[i]) / expected[i];
        }
        double spread = 2.0 / (9 * (counts.length - 1));
        return Math.abs((Math.cbrt(sum / (counts.length - 1)) - (1 - spread)) / Math.sqrt(spread)) < BOUND;
    }
}
