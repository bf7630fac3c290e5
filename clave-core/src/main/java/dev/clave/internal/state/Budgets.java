package dev.clave.internal.state;

import dev.clave.PinPolicy;
import java.util.OptionalLong;

/**
 * How often things may still happen to a person, whatever logins come and go.
 *
 * @param logins when the bucket of opened logins is full again
 * @param sends when the bucket of sends is full again
 * @param lastSendAt when the last PIN was made to be sent, in milliseconds; 0 for never
 * @param wrongData the buckets of wrong contrast data
 * @param wrongPins the bucket and the row of wrong PINs
 */
public record Budgets(long logins, long sends, long lastSendAt, WrongData wrongData, WrongPins wrongPins) {
    /** All of them are full. */
    static final Budgets NEW = new Budgets(Bucket.FULL, Bucket.FULL, 0, WrongData.NONE, WrongPins.NONE);

    OptionalLong loginWait(PinPolicy policy, long now) {
        return Bucket.isEmpty(logins, policy.logins(), now)
                ? OptionalLong.of(Bucket.nextAt(logins, policy.logins()))
                : OptionalLong.empty();
    }

    OptionalLong wrongPinWait(PinPolicy policy, long now) {
        return Bucket.isEmpty(wrongPins.fullAt(), policy.wrongPins(), now)
                ? OptionalLong.of(Bucket.nextAt(wrongPins.fullAt(), policy.wrongPins()))
                : OptionalLong.empty();
    }

    OptionalLong sendWait(PinPolicy policy, long now) {
        long at = nextSendAt(policy);
        return at > now ? OptionalLong.of(at) : OptionalLong.empty();
    }

    boolean hasSendLeft(PinPolicy policy, long now) {
        return !Bucket.isEmpty(sends, policy.sends(), now);
    }

    /** The later of the end of the pause and the next one in the bucket. */
    long nextSendAt(PinPolicy policy) {
        long pauseOver = lastSendAt == 0 ? 0 : lastSendAt + policy.sendPause().toMillis();
        return Math.max(pauseOver, Bucket.nextAt(sends, policy.sends()));
    }

    Budgets afterOpening(PinPolicy policy, long now) {
        return new Budgets(Bucket.charged(logins, policy.logins(), now), sends, lastSendAt, wrongData, wrongPins);
    }

    Budgets afterWrongDatum(boolean knownBrowser, PinPolicy policy, long now) {
        return new Budgets(logins, sends, lastSendAt, wrongData.charged(knownBrowser, policy, now), wrongPins);
    }

    Budgets afterSend(PinPolicy policy, long now) {
        return new Budgets(logins, Bucket.charged(sends, policy.sends(), now), now, wrongData, wrongPins);
    }

    Budgets afterWrongPin(PinPolicy policy, long now) {
        return new Budgets(logins, sends, lastSendAt, wrongData, wrongPins.charged(policy, now));
    }

    /** The same without the instants that have passed. */
    Budgets pruned(PinPolicy policy, long now) {
        boolean pausing = now < lastSendAt + policy.sendPause().toMillis();
        return new Budgets(
                Bucket.pruned(logins, now),
                Bucket.pruned(sends, now),
                pausing ? lastSendAt : 0,
                new WrongData(Bucket.pruned(wrongData.strangers(), now), Bucket.pruned(wrongData.known(), now)),
                wrongPins.pruned(now));
    }

    Budgets withoutRow() {
        return wrongPins.inARow() == 0
                ? this
                : new Budgets(logins, sends, lastSendAt, wrongData, wrongPins.withoutRow());
    }

    long meaningfulUntil(PinPolicy policy) {
        long data = Math.max(wrongData.strangers(), wrongData.known());
        long pause = lastSendAt == 0 ? 0 : lastSendAt + policy.sendPause().toMillis();
        return Math.max(Math.max(Math.max(logins, sends), Math.max(data, pause)), wrongPins.meaningfulUntil());
    }
}
