package dev.clave.internal.state;

import dev.clave.Budget;
import dev.clave.PinPolicy;
import java.util.OptionalLong;

/**
 * The buckets of wrong contrast data: one for browsers that have logged the person in before, one for all others, so that a stranger who
 * knows the number cannot shut a known browser out.
 *
 * @param strangers when the bucket of unknown browsers is full again
 * @param known when the bucket of known browsers is full again
 */
public record WrongData(long strangers, long known) {
    static final WrongData NONE = new WrongData(Bucket.FULL, Bucket.FULL);

    OptionalLong wait(boolean knownBrowser, PinPolicy policy, long now) {
        long fullAt = knownBrowser ? known : strangers;
        Budget budget = budget(knownBrowser, policy);
        return Bucket.isEmpty(fullAt, budget, now)
                ? OptionalLong.of(Bucket.nextAt(fullAt, budget))
                : OptionalLong.empty();
    }

    WrongData charged(boolean knownBrowser, PinPolicy policy, long now) {
        Budget budget = budget(knownBrowser, policy);
        return knownBrowser
                ? new WrongData(strangers, Bucket.charged(known, budget, now))
                : new WrongData(Bucket.charged(strangers, budget, now), known);
    }

    /** The same; all that have nothing charged are kept as one object. */
    public WrongData shared() {
        return equals(NONE) ? NONE : this;
    }

    private static Budget budget(boolean knownBrowser, PinPolicy policy) {
        return knownBrowser ? policy.wrongDataOfKnownBrowsers() : policy.wrongData();
    }
}
