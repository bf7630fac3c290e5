package dev.clave;

/** Why a login does not go on. The names are stable and safe to log. */
public enum Reason {
    /** The handle is not that of a login that is open now: garbage, another tenant's, over for long, or replaced by a later login. */
    NOT_CURRENT,
    /** The handle is that of a login with another purpose. Nothing was charged. */
    OTHER_PURPOSE,
    /** No PIN has been asked for yet. */
    NO_PIN_YET,
    /** The PIN has lived its time, or the device that could open it is active no longer. A new one may be asked for. */
    PIN_EXPIRED,
    /** The login has led to its one grant. */
    ALREADY_USED,
    /** Too many wrong PINs: the login is over. */
    TOO_MANY_WRONG_PINS,
    /** The login was cancelled. */
    CANCELLED,
    /** This login sends no more PINs; a new login can. */
    START_AGAIN,
    /**
     * No channel took the PIN. {@link Clave#requestAgain} makes another, after the pause between two sends. Nothing is written of the
     * refusal: until then {@link Clave#status} and {@link Clave#obtainPin} speak of the PIN as sent.
     */
    UNDELIVERABLE,
    /** The channel did not answer in time: the PIN is alive and may still arrive. */
    UNCONFIRMED,
    /** Too many wrong PINs in a row: the person is blocked until unblocked by the host. */
    BLOCKED,
    /** Another device was activated, or the active one deactivated, while this one was being activated. Begin again. */
    DEVICE_CHANGED,
    /** The registration is no longer in force. */
    NOT_IN_FORCE,
    /** The person is registered at a lower level than the procedure asks for. */
    LEVEL_TOO_LOW
}
