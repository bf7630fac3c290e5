package dev.clave.faults.history;

/**
 * A call, from before it was made until its answer was there. One without an answer was open when its process was killed.
 *
 * @param id names it in the run
 * @param op what was asked for
 * @param subject the person, or the key of the register
 * @param login the hash of the handle, empty where there is none (yet); of the register the content that was written
 * @param typed the generation of the PIN that a verify was given, 0 for one that never was sent
 * @param seen the content that a write of the register is to replace, empty for none
 * @param begin the monotonic time before the call
 * @param end the monotonic time after it; {@link #OPEN} when it never came back
 * @param outcome the kind of the answer, such as {@code Granted} or {@code Denied.ALREADY_USED}; {@code THREW.} and the socket; empty when
 *     it never came back
 * @param value what the answer says beside: attempts left, or the version that was read or written; -1 for nothing
 */
public record Call(
        String id,
        Op op,
        String subject,
        String login,
        int typed,
        String seen,
        long begin,
        long end,
        String outcome,
        long value) {
    /** The end of a call that never came back. */
    public static final long OPEN = Long.MAX_VALUE;

    /**
     * Whether it may have been done without having been told: it threw, or never came back.
     *
     * @return whether it may
     */
    public boolean isUnknown() {
        return end == OPEN || outcome.startsWith("THREW");
    }

    /**
     * Whether it was told this.
     *
     * @param kind the outcome
     * @return whether it was
     */
    public boolean told(String kind) {
        return outcome.equals(kind);
    }

    /**
     * Whether it was answered before another one began.
     *
     * @param other the other one
     * @return whether it was
     */
    public boolean isBefore(Call other) {
        return end < other.begin;
    }

    /**
     * The same call with its answer.
     *
     * @param at the monotonic time
     * @param answer the kind of the answer
     * @param number what it says beside
     * @param of the login, or the content that was read; empty for what is known already
     * @return the call
     */
    public Call ended(long at, String answer, long number, String of) {
        return new Call(id, op, subject, of.isEmpty() ? login : of, typed, seen, begin, at, answer, number);
    }
}
