package dev.clave.internal.state;

import dev.clave.PinPolicy;
import java.util.OptionalLong;

/**
 * What is remembered of an origin.
 *
 * @param fullAt when its bucket of identifications is full again
 */
public record OriginState(long fullAt) implements EntryState {
    /** Nothing is remembered: the budget is full. */
    public static final OriginState NEW = new OriginState(Bucket.FULL);

    /** Charges one identification; the answer is the wait, empty when there is none. */
    public Decision<OriginState, OptionalLong> identify(PinPolicy policy, long now) {
        if (Bucket.isEmpty(fullAt, policy.identifications(), now)) {
            return new Decision<>(this, OptionalLong.of(Bucket.nextAt(fullAt, policy.identifications())));
        }
        return new Decision<>(
                new OriginState(Bucket.charged(fullAt, policy.identifications(), now)), OptionalLong.empty());
    }

    @Override
    public long meaningfulUntil(PinPolicy policy) {
        return fullAt;
    }
}
