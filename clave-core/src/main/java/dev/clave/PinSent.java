package dev.clave;

import java.time.Instant;
import java.util.Optional;

/**
 * A PIN is on its way, or has been. A later question for it is answered like this, too, where the channel had refused it: of that only the first answer
 * tells, {@link NotSent} with {@link Reason#UNDELIVERABLE}.
 *
 * @param code the code of four characters, to be shown locked beside the PIN; no secret
 * @param route where the PIN went
 * @param expiresAt from then on the PIN is dead
 * @param againAt from then on another one may be asked for; empty: this login sends no more
 * @param attemptsLeft how many wrong PINs there may still be
 */
public record PinSent(String code, MaskedRoute route, Instant expiresAt, Optional<Instant> againAt, int attemptsLeft)
        implements PinOutcome {}
