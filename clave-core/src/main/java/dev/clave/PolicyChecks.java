package dev.clave;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Everything that keeps one policy from being used, in the order of its settings. */
final class PolicyChecks {
    private static final int SHORTEST_PIN = 3;
    private static final int LONGEST_PIN = 8;
    private static final Duration LONGEST_PIN_LIFE = Duration.ofMinutes(10);
    private static final Duration LONGEST_REFILL_OF_ALL = Duration.ofDays(400);
    private static final double ONE_IN_TEN_THOUSAND = 1e-4;
    private static final Pattern PREFIX = Pattern.compile("\\+[1-9][0-9]{0,14}");

    private final PinPolicy policy;
    private final Set<Risk> acknowledged;
    private final List<String> problems = new ArrayList<>();

    private PolicyChecks(PinPolicy policy, Set<Risk> acknowledged) {
        this.policy = policy;
        this.acknowledged = acknowledged;
    }

    static List<String> problems(PinPolicy policy, Set<Risk> acknowledged) {
        PolicyChecks checks = new PolicyChecks(policy, acknowledged);
        checks.counts();
        checks.lives();
        checks.budgets();
        checks.prefixes();
        checks.risks();
        return checks.problems;
    }

    private void counts() {
        within("pinLength", policy.pinLength(), SHORTEST_PIN, LONGEST_PIN);
        within("wrongPinsPerLogin", policy.wrongPinsPerLogin(), 1, 10);
        within("wrongPinsInARow", policy.wrongPinsInARow(), 1, 100);
        within("sendsPerLogin", policy.sendsPerLogin(), 1, 10);
    }

    /** The keys of a login are kept for 40 minutes, so no login may live longer than 30. */
    private void lives() {
        within("pinLife", policy.pinLife(), Duration.ofSeconds(30), LONGEST_PIN_LIFE);
        within("loginLife", policy.loginLife(), shortestLogin(), Duration.ofMinutes(30));
        within("sendPause", policy.sendPause(), Duration.ofSeconds(10), Duration.ofMinutes(10));
    }

    /** Nothing is sent in the last PIN's life of a login, so a login that is no longer sends nothing at all. */
    private Duration shortestLogin() {
        boolean bounded = policy.pinLife().compareTo(LONGEST_PIN_LIFE) <= 0;
        return (bounded ? policy.pinLife() : LONGEST_PIN_LIFE).plusMinutes(1);
    }

    private void budgets() {
        budget("wrongPins", policy.wrongPins());
        budget("wrongData", policy.wrongData());
        budget("wrongDataOfKnownBrowsers", policy.wrongDataOfKnownBrowsers());
        budget("logins", policy.logins());
        budget("sends", policy.sends());
        budget("identifications", policy.identifications());
    }

    private void prefixes() {
        if (policy.smsPrefixes().isEmpty()) {
            problems.add("smsPrefixes: there is none");
        }
        for (String prefix : policy.smsPrefixes()) {
            if (!PREFIX.matcher(prefix).matches()) {
                problems.add("smsPrefixes: " + prefix + " is not a plus sign and digits, such as +346");
            }
        }
    }

    private void risks() {
        if (policy.pinLength() < SHORTEST_PIN || policy.pinLength() > LONGEST_PIN) {
            return;
        }
        GuessRisks risks = policy.risks();
        if (policy.isSmallSpace()) {
            risk(Risk.UNDER_TWENTY_BITS, "under 20 bits");
        }
        if (risks.perDay() > ONE_IN_TEN_THOUSAND) {
            risk(Risk.OVER_ONE_IN_TEN_THOUSAND_A_DAY, "over 1 in 10,000 per person in the worst 24 hours");
        }
    }

    private void risk(Risk risk, String what) {
        if (!acknowledged.contains(risk)) {
            String way = "; make it harder or acknowledge(Risk." + risk + ")";
            problems.add(what + ": " + PolicyText.arithmetic(policy) + way);
        }
    }

    private void within(String setting, int value, int least, int most) {
        if (value < least || value > most) {
            problems.add(String.format(Locale.ROOT, "%s: %d is not within %d to %d", setting, value, least, most));
        }
    }

    private void within(String setting, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            problems.add(setting + ": " + PolicyText.time(value) + " is not within " + PolicyText.time(least) + " to "
                    + PolicyText.time(most));
        } else if (!value.truncatedTo(ChronoUnit.MILLIS).equals(value)) {
            problems.add(setting + ": " + value + " is not whole milliseconds");
        }
    }

    private void budget(String setting, Budget budget) {
        if (budget.fullMillis() > LONGEST_REFILL_OF_ALL.toMillis()) {
            problems.add(setting + ": " + PolicyText.budget(budget) + " is not full again within 400 days");
        }
    }
}
