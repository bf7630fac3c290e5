package dev.clave.faults;

/**
 * What came back from a process.
 *
 * @param outcome the kind of the answer; {@link #LOST} when the process died
 * @param value what the answer says beside
 * @param handle of an identify the handle
 */
record Reply(String outcome, long value, String handle) {
    static final String LOST = "LOST";

    boolean is(String kind) {
        return outcome.equals(kind);
    }

    /** Nobody knows whether it was done. */
    boolean isUnknown() {
        return is(LOST) || outcome.startsWith("THREW");
    }
}
