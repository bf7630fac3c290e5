package dev.clave.benchmarks.report;

/**
 * How far two times are apart, and how far they might be if each lay at an end of its interval.
 *
 * @param value of what was measured
 * @param low the least that it might be
 * @param high the most
 */
record Ratio(double value, double low, double high) {

    /** A median has no interval: it is taken for what it is. */
    static Ratio of(Figure above, Figure below) {
        double one = Double.isNaN(above.error()) ? 0 : above.error();
        double other = Double.isNaN(below.error()) ? 0 : below.error();
        return new Ratio(
                above.nanos() / below.nanos(),
                Math.max(0, above.nanos() - one) / (below.nanos() + other),
                (above.nanos() + one) / Math.max(0, below.nanos() - other));
    }

    Ratio times(double factor) {
        return new Ratio(value * factor, low * factor, high * factor);
    }

    /** Whether all that it might be lies on the same side of this. */
    boolean isSure(double limit) {
        return limit < low || limit > high;
    }

    String range() {
        return Units.number(low) + " to " + (Double.isInfinite(high) ? "anything" : Units.number(high));
    }
}
