package dev.clave.spi;

import java.time.Instant;

/**
 * Something that happened and changed an entry. No event contains a PIN, a contrast datum, an identity number or a
 * telephone number; the person is named by a pseudonym that only the holder of the subject key can compute.
 */
public sealed interface AuditEvent {

    /**
     * The person, as a keyed pseudonym, which is not the host's own id of that name: the same for the same person and tenant as long as the subject key stays.
     *
     * @return 32 lower-case hexadecimal digits
     */
    String subject();

    /**
     * When it happened, by the clock of the node.
     *
     * @return the time
     */
    Instant at();

    /** What a login, and so its PIN, is for. */
    enum PurposeKind {
        /** To say who one is. */
        IDENTIFICATION,
        /** To sign a text. */
        SIGNATURE,
        /** To activate a device. */
        ACTIVATION
    }

    /** Why an identification was refused. The person, and whoever pretends to be, is told none of these. */
    enum Cause {
        /** Nobody is registered by that number. */
        UNKNOWN_PERSON,
        /** The registration is not in force. */
        NOT_IN_FORCE,
        /** There is no phone to which the policy lets a PIN go. */
        NO_PHONE,
        /** The datum is not the one on file. */
        WRONG_DATUM,
        /** The document has expired, and the policy asks for one in force. */
        EXPIRED_DOCUMENT
    }

    /**
     * Somebody gave the number and the datum of a registered person; a login is open, and any earlier one of that
     * person is over.
     *
     * @param subject the person
     * @param at when
     * @param login the login, 32 hexadecimal digits
     * @param purpose what it is for
     */
    record LoginOpened(String subject, Instant at, String login, PurposeKind purpose) implements AuditEvent {}

    /**
     * An identification was refused and charged as a wrong datum.
     *
     * @param subject the person, registered or not
     * @param at when
     * @param cause why
     */
    record IdentificationRefused(String subject, Instant at, Cause cause) implements AuditEvent {}

    /**
     * A PIN was made, and any earlier one of that person is dead. It is sent next.
     *
     * @param subject the person
     * @param at when
     * @param login the login
     * @param route how it is going to be sent
     * @param generation the how-manieth PIN of the login
     */
    record PinMade(String subject, Instant at, String login, Route route, int generation) implements AuditEvent {}

    /**
     * The channel for the app has refused, so the PIN that was made is going to be sent another way. It is the same PIN.
     *
     * @param subject the person
     * @param at when
     * @param login the login
     * @param route how it is going to be sent now
     * @param generation the how-manieth PIN of the login
     */
    record PinRerouted(String subject, Instant at, String login, Route route, int generation) implements AuditEvent {}

    /**
     * A channel refused a PIN, threw, or did not answer in time.
     *
     * @param subject the person
     * @param at when
     * @param login the login
     * @param route by which it was to go
     * @param reason why
     */
    record DeliveryFailed(String subject, Instant at, String login, Route route, DeliveryResult.Reason reason)
            implements AuditEvent {}

    /**
     * A wrong PIN was given.
     *
     * @param subject the person
     * @param at when
     * @param login the login
     * @param attemptsLeft how many there may still be
     * @param inARow how many wrong PINs there have been in a row
     * @param blocked whether this one led to a block
     */
    record WrongPinGiven(String subject, Instant at, String login, int attemptsLeft, int inARow, boolean blocked)
            implements AuditEvent {}

    /**
     * The right PIN was given in time and expired before the answer could leave: it is spent, and whoever gave it was
     * told that it has expired. (A wrong one is a {@link WrongPinGiven}, whatever was told.)
     *
     * @param subject the person
     * @param at when
     * @param login the login
     */
    record AttemptTooLate(String subject, Instant at, String login) implements AuditEvent {}

    /**
     * The right PIN was given: access was granted, the text was signed, or a device may be activated, which a {@link DeviceActivated}
     * then tells.
     *
     * @param subject the person
     * @param at when
     * @param login the login
     * @param route how the PIN was sent
     * @param purpose what was granted
     */
    record AccessGranted(String subject, Instant at, String login, Route route, PurposeKind purpose)
            implements AuditEvent {}

    /**
     * A device was activated.
     *
     * @param subject the person
     * @param at when
     * @param login the login in which it was
     * @param device the device, 32 hexadecimal digits
     * @param replaced the device whose place it took, 32 hexadecimal digits; empty when there was none
     */
    record DeviceActivated(String subject, Instant at, String login, String device, String replaced)
            implements AuditEvent {}

    /**
     * A device was deactivated: PINs go by SMS again.
     *
     * @param subject the person
     * @param at when
     * @param device the device, 32 hexadecimal digits
     * @param by who did it, as the host named them; {@code device} when the device itself did
     */
    record DeviceDeactivated(String subject, Instant at, String device, String by) implements AuditEvent {}

    /**
     * The person said on the device that a login is not theirs, and it was ended.
     *
     * @param subject the person
     * @param at when
     * @param login the login
     * @param device the device, 32 hexadecimal digits
     * @param generation the PIN that the device was shown
     */
    record LoginDisowned(String subject, Instant at, String login, String device, int generation)
            implements AuditEvent {}

    /**
     * A login was cancelled by whoever holds its handle.
     *
     * @param subject the person
     * @param at when
     * @param login the login
     */
    record LoginCancelled(String subject, Instant at, String login) implements AuditEvent {}

    /**
     * Somebody of the host cleared the wrong PINs in a row, and so a block.
     *
     * @param subject the person
     * @param at when
     * @param by who did it, as the host named them
     */
    record PersonUnblocked(String subject, Instant at, String by) implements AuditEvent {}

    /**
     * Somebody of the host had a person forgotten: the login is over; counts and a block stay, pseudonymous, until
     * their time.
     *
     * @param subject the person
     * @param at when
     * @param by who did it, as the host named them
     */
    record PersonForgotten(String subject, Instant at, String by) implements AuditEvent {}
}
