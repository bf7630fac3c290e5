package dev.clave.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them. */
final class Units {
    private static final String[] TIMES = {"ns", "µs", "ms", "s"};
    private static final int THOUSAND = 1_000;

    private Units() {}

    static String time(double nanos) {
        int unit = 0;
        double value = nanos;
        while (value >= THOUSAND && unit < TIMES.length - 1) {
            value /= THOUSAND;
            unit++;
        }
        return number(value) + ' ' + TIMES[unit];
    }

    /** A time, and how far it may be off, in percent; without that where it is not known. */
    static String time(double nanos, double error) {
        return Double.isNaN(error)
                ? time(nanos)
                : time(nanos) + " ± " + String.format(Locale.ROOT, "%.0f %%", 100 * error / nanos);
    }

    /** Three digits that count; two of what is less than one. */
    static String number(double value) {
        if (value >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        if (value >= 1 || value == 0) {
            return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
        }
        return new BigDecimal(value).round(new MathContext(2)).toPlainString();
    }

    /** A number that was chosen, without what does not count. */
    static String limit(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    static String bytes(double bytes) {
        return Double.isNaN(bytes) ? "" : String.format(Locale.ROOT, "%,d", Math.round(bytes));
    }

    static String count(String digits) {
        return String.format(Locale.ROOT, "%,d", Long.parseLong(digits));
    }
}
