package dev.clave;

/**
 * No, and trying the same again does not help.
 *
 * <p>{@code identify} denies with {@link Reason#BLOCKED} and {@link Reason#LEVEL_TOO_LOW}. {@code verify} denies with {@link Reason#NO_PIN_YET}
 * and {@link Reason#PIN_EXPIRED}, which leave the login open for another PIN, with {@link Reason#OTHER_PURPOSE}, which leaves it untouched, and
 * with the reasons for which a login is over. An activation is also denied with {@link Reason#DEVICE_CHANGED}.
 *
 * @param reason why
 */
public record Denied(Reason reason) implements IdentifyOutcome, AccessOutcome, ActivationOutcome {}
