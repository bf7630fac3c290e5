package dev.clave.internal.state;

import dev.clave.PinPolicy;
import java.time.Duration;

/**
 * The wrong PINs of a person, over all logins.
 *
 * @param fullAt when the bucket is full again
 * @param inARow how many there have been since the last grant or unblock
 * @param lastAt when the last one in the row was given, in milliseconds
 */
public record WrongPins(long fullAt, int inARow, long lastAt) {
    /** A row, and with it a block, is forgotten that long after its last wrong PIN. */
    static final long ROW_LIFE = Duration.ofDays(400).toMillis();

    static final WrongPins NONE = new WrongPins(Bucket.FULL, 0, 0);

    int inARow(long now) {
        return now < lastAt + ROW_LIFE ? inARow : 0;
    }

    boolean isBlocked(PinPolicy policy, long now) {
        return inARow(now) >= policy.wrongPinsInARow();
    }

    int left(PinPolicy policy, long now) {
        return Math.min(Bucket.left(fullAt, policy.wrongPins(), now), policy.wrongPinsInARow() - inARow(now));
    }

    WrongPins charged(PinPolicy policy, long now) {
        return new WrongPins(Bucket.charged(fullAt, policy.wrongPins(), now), inARow(now) + 1, now);
    }

    WrongPins pruned(long now) {
        long full = Bucket.pruned(fullAt, now);
        return inARow(now) == 0 ? new WrongPins(full, 0, 0) : new WrongPins(full, inARow, lastAt);
    }

    WrongPins withoutRow() {
        return new WrongPins(fullAt, 0, 0);
    }

    /** The same; all that have none are kept as one object. */
    public WrongPins shared() {
        return equals(NONE) ? NONE : this;
    }

    long meaningfulUntil() {
        return inARow == 0 ? fullAt : Math.max(fullAt, lastAt + ROW_LIFE);
    }
}
