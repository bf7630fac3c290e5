package dev.clave.internal.flow;

import dev.clave.MaskedRoute;
import dev.clave.NotSent;
import dev.clave.PinOutcome;
import dev.clave.PinPolicy;
import dev.clave.PinSent;
import dev.clave.TryLater;
import dev.clave.internal.state.Later;
import dev.clave.internal.state.LivePin;
import dev.clave.internal.state.Sending;
import dev.clave.internal.state.Sending.Waiting;
import dev.clave.internal.state.Stopped;
import java.time.Instant;
import java.util.Optional;

/** What the browser is told of a PIN. */
final class PinAnswer {
    private PinAnswer() {}

    static PinOutcome of(Sending sending, Optional<Recipient> recipient, PinPolicy policy) {
        if (sending instanceof Waiting waiting) {
            return of(waiting, recipient.orElseThrow(), policy);
        }
        return sending instanceof Later later
                ? new TryLater(Instant.ofEpochMilli(later.at()))
                : new NotSent(((Stopped) sending).reason());
    }

    private static PinSent of(Waiting waiting, Recipient recipient, PinPolicy policy) {
        LivePin pin = waiting.pin();
        return new PinSent(
                pin.code().text(),
                new MaskedRoute(pin.route(), recipient.masked(pin.route())),
                Instant.ofEpochMilli(pin.expiresAt(policy)),
                waiting.againAt().isPresent()
                        ? Optional.of(Instant.ofEpochMilli(waiting.againAt().getAsLong()))
                        : Optional.empty(),
                waiting.attemptsLeft());
    }
}
