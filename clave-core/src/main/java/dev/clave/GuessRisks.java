package dev.clave;

import java.time.Duration;
import java.util.Locale;

/**
 * The chance that a stranger guesses a PIN. The stranger is given everything but the PIN: they know the document,
 * pass the contrast check at will, and use every budget to its last drop.
 *
 * <p>PINs are uniform, so a try is right with a chance of 1 in {@link #pins}. Chances of several tries are added,
 * which is exact for different tries at one PIN and, by the union bound, never too low for tries at several PINs.
 * No chance is higher than 1.
 *
 * @param pins how many PINs there are
 * @param perLogin the chance within one login: its wrong PINs, different ones
 * @param dailyTries how many tries the worst 24 hours allow at one person's PINs: the burst and the refill of the
 *     budget. The row of wrong PINs is not counted on, for a grant to the person clears it
 * @param perDay the chance to guess one person's PIN in the worst 24 hours
 * @param perRow the chance before the person is blocked, when the person never logs in
 * @param perYear the chance to guess one person's PIN in 365 days of attack at the rate of the budget, the
 *     person's own logins clearing the row so that no block ends it
 * @param perMillionPersonsAndDay how many of a million persons are expected to be guessed, if every one of them is
 *     attacked through the worst 24 hours; a count, not a chance
 */
public record GuessRisks(
        long pins,
        double perLogin,
        long dailyTries,
        double perDay,
        double perRow,
        double perYear,
        double perMillionPersonsAndDay) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(365);

    static GuessRisks of(PinPolicy policy) {
        long pins = 1;
        for (int i = 0; i < policy.pinLength(); i++) {
            pins *= policy.alphabet().size();
        }
        long daily = policy.wrongPins().worstIn(DAY);
        double perDay = chance(daily, pins);
        return new GuessRisks(
                pins,
                chance(policy.wrongPinsPerLogin(), pins),
                daily,
                perDay,
                chance(policy.wrongPinsInARow(), pins),
                chance(policy.wrongPins().worstIn(YEAR), pins),
                perDay * 1_000_000);
    }

    private static double chance(long tries, long pins) {
        return Math.min(1, (double) tries / pins);
    }

    /**
     * The size of the PIN space in bits.
     *
     * @return the binary logarithm of {@link #pins}
     */
    public double bits() {
        return Math.log((double) pins) / Math.log(2);
    }

    /**
     * A chance in words.
     *
     * @param chance more than 0, at most 1
     * @return such as {@code 1 in 10,923}, rounded to the nearest
     */
    public static String oneIn(double chance) {
        return String.format(Locale.ROOT, "1 in %,d", Math.round(1 / chance));
    }
}
