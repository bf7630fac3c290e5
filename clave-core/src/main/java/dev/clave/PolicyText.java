package dev.clave;

import java.time.Duration;
import java.util.Locale;

/** A policy and its arithmetic in words. */
final class PolicyText {
    private PolicyText() {}

    static String of(PinPolicy policy) {
        return "PIN: " + space(policy) + '\n' + numbers(policy) + chances(policy.risks());
    }

    static String space(PinPolicy policy) {
        GuessRisks risks = policy.risks();
        return format(
                "%d symbols of %d are %,d PINs (%.1f bits)",
                policy.pinLength(), policy.alphabet().size(), risks.pins(), risks.bits());
    }

    static String arithmetic(PinPolicy policy) {
        GuessRisks risks = policy.risks();
        return format(
                "%s, and a stranger who knows a person's document has %s in 24 hours (%s): %s",
                space(policy),
                risks.dailyTries() == 1 ? "1 try" : format("%,d tries", risks.dailyTries()),
                budget(policy.wrongPins()),
                GuessRisks.oneIn(risks.perDay()));
    }

    private static String numbers(PinPolicy policy) {
        return "life of a PIN: " + time(policy.pinLife()) + "\n"
                + "life of a login: " + time(policy.loginLife()) + "\n"
                + "wrong PINs per login: " + policy.wrongPinsPerLogin() + "\n"
                + "wrong PINs per person: " + budget(policy.wrongPins()) + "\n"
                + "wrong PINs in a row: " + policy.wrongPinsInARow() + "\n"
                + "wrong data per person: " + budget(policy.wrongData()) + "\n"
                + "wrong data per person, known browsers: " + budget(policy.wrongDataOfKnownBrowsers()) + "\n"
                + "logins per person: " + budget(policy.logins()) + "\n"
                + "sends per login: " + policy.sendsPerLogin() + ", " + time(policy.sendPause()) + " apart\n"
                + "sends per person: " + budget(policy.sends()) + "\n"
                + "identify calls per origin: " + budget(policy.identifications()) + "\n"
                + "expired documents: " + policy.expiredDocuments() + "\n"
                + "when the app's channel refuses: " + policy.appFallback() + "\n"
                + "SMS to: " + String.join(" ", policy.smsPrefixes()) + "\n";
    }

    private static String chances(GuessRisks risks) {
        return "chance of a guess per login: " + GuessRisks.oneIn(risks.perLogin()) + "\n"
                + "chance of a guess per person in the worst 24 hours: " + GuessRisks.oneIn(risks.perDay()) + "\n"
                + "chance of a guess before the block: " + GuessRisks.oneIn(risks.perRow()) + "\n"
                + "chance of a guess per person and year: " + GuessRisks.oneIn(risks.perYear()) + "\n"
                + format("guessed of a million persons in the worst 24 hours: %.3f", risks.perMillionPersonsAndDay());
    }

    static String budget(Budget budget) {
        return format("%,d and one back every %s", budget.burst(), time(budget.refill()));
    }

    /** A duration as people write it: 2 h 24 min. */
    static String time(Duration duration) {
        String text = part(duration.toDays(), "d")
                + part(duration.toHoursPart(), "h")
                + part(duration.toMinutesPart(), "min")
                + part(duration.toSecondsPart(), "s")
                + part(duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0 s" : text.stripTrailing();
    }

    private static String part(long amount, String unit) {
        return amount == 0 ? "" : amount + " " + unit + " ";
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more dependency
    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
