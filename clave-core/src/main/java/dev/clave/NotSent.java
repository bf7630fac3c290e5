package dev.clave;

/**
 * No PIN was sent for certain, or there is none to be given.
 *
 * <p>{@link Reason#NO_PIN_YET}, {@link Reason#PIN_EXPIRED} and {@link Reason#UNDELIVERABLE} leave the login open: a PIN may be asked for,
 * after the last of them with {@link Clave#requestAgain}.
 * {@link Reason#UNCONFIRMED} leaves it open, too: the PIN may arrive and is alive. With {@link Reason#START_AGAIN} the last PIN that arrived
 * may still be given. All others are the end of this login.
 *
 * @param reason why
 */
public record NotSent(Reason reason) implements PinOutcome {}
