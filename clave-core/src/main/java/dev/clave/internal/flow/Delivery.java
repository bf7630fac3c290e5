package dev.clave.internal.flow;

import dev.clave.AppFallback;
import dev.clave.ClaveUnavailableException;
import dev.clave.NotSent;
import dev.clave.PinOutcome;
import dev.clave.Reason;
import dev.clave.internal.crypto.HandleContent;
import dev.clave.internal.entries.Entries.Settled;
import dev.clave.internal.state.LivePin;
import dev.clave.internal.state.Sending;
import dev.clave.internal.state.Sending.Waiting;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Device;
import dev.clave.spi.Route;
import dev.clave.spi.SendId;
import java.time.Instant;
import java.util.Optional;

/** What follows once a PIN is written: it is told to the audit, then along its way, by SMS when the app refuses, then to the browser. */
final class Delivery {
    private final Workbench bench;
    private final HandleContent content;
    private final Recipient recipient;
    private final Draft draft;

    Delivery(Workbench bench, HandleContent content, Recipient recipient, Draft draft) {
        this.bench = bench;
        this.content = content;
        this.recipient = recipient;
        this.draft = draft;
    }

    /** Of a PIN that was made just now. */
    PinOutcome deliver(Settled<Sending> made) {
        LivePin pin = pin(made);
        recordMade(new AuditEvent.PinMade(content.subject(), at(made), login(), pin.route(), pin.generation()));
        return late(made).orElseGet(() -> pin.route() == Route.APP ? byApp(made) : bySms(made));
    }

    /** An app could open the PIN as soon as it was written, so what the audit does not know of is taken back from it. */
    private void recordMade(AuditEvent.PinMade event) {
        try {
            record(event);
        } catch (ClaveUnavailableException closed) {
            if (event.route() == Route.APP) {
                takeBack(closed);
            }
            throw closed;
        }
    }

    private void takeBack(ClaveUnavailableException closed) {
        try {
            withdraw(recipient.device().orElseThrow());
        } catch (ClaveUnavailableException storeToo) {
            closed.addSuppressed(storeToo);
        }
    }

    private void withdraw(Device device) {
        bench.entries().updatePerson(content.entry(), (state, now) -> state.withdraw(device.id()));
    }

    /** What would not live its whole life any more is not sent. */
    private Optional<PinOutcome> late(Settled<Sending> settled) {
        long now = bench.entries().now(settled);
        if (now >= pin(settled).expiresAt(bench.policy())) {
            return Optional.of(new NotSent(Reason.PIN_EXPIRED));
        }
        return now > ((Waiting) settled.answer()).sendBy()
                ? Optional.of(new NotSent(Reason.START_AGAIN))
                : Optional.empty();
    }

    private PinOutcome bySms(Settled<Sending> settled) {
        LivePin pin = pin(settled);
        DeliveryResult result = bench.courier()
                .sendPin(
                        sendId(pin, ""),
                        recipient.person(),
                        recipient.phone(),
                        content.purpose(),
                        draft.pin(),
                        expiresAt(pin));
        return result instanceof DeliveryResult.Refused refused
                ? failed(settled, Route.SMS, refused)
                : PinAnswer.of(settled.answer(), Optional.of(recipient), bench.policy());
    }

    private PinOutcome byApp(Settled<Sending> settled) {
        LivePin pin = pin(settled);
        Device device = recipient.device().orElseThrow();
        if (isGone(device)) {
            return withdrawn(settled, device);
        }
        DeliveryResult result = bench.courier()
                .sendAppNotice(
                        sendId(pin, "-app"),
                        recipient.person(),
                        device,
                        Purposes.kind(content.purpose()),
                        expiresAt(pin));
        if (!(result instanceof DeliveryResult.Refused refused)) {
            return PinAnswer.of(settled.answer(), Optional.of(recipient), bench.policy());
        }
        PinOutcome failed = failed(settled, Route.APP, refused);
        boolean fallsBack = bench.policy().appFallback() == AppFallback.SMS
                && refused.reason() != DeliveryResult.Reason.UNCONFIRMED;
        return fallsBack ? bySmsInstead(pin, failed) : failed;
    }

    private boolean isGone(Device device) {
        return bench.devices()
                .reachable(content.number())
                .filter(active -> active.id().equals(device.id()))
                .isEmpty();
    }

    /**
     * A device that was deactivated while the PIN was being written may have been shown it: whoever deactivates looks at the entry after
     * the registry, and whoever sends at the registry after the entry, so that one of the two sees the other.
     */
    private PinOutcome withdrawn(Settled<Sending> settled, Device device) {
        withdraw(device);
        return failed(settled, Route.APP, new DeliveryResult.Refused(DeliveryResult.Reason.UNREACHABLE));
    }

    private PinOutcome failed(Settled<Sending> settled, Route route, DeliveryResult.Refused refused) {
        record(new AuditEvent.DeliveryFailed(content.subject(), at(settled), login(), route, refused.reason()));
        return new NotSent(
                refused.reason() == DeliveryResult.Reason.UNCONFIRMED ? Reason.UNCONFIRMED : Reason.UNDELIVERABLE);
    }

    /** The same PIN as a second send, written before it goes. */
    private PinOutcome bySmsInstead(LivePin pin, PinOutcome otherwise) {
        Settled<Sending> again = bench.entries()
                .updatePerson(
                        content.entry(),
                        (state, now) -> state.reroute(
                                content.login(), pin.generation(), draft.bySms(recipient), bench.policy(), now));
        if (!again.written()) {
            return otherwise;
        }
        record(new AuditEvent.PinRerouted(content.subject(), at(again), login(), Route.SMS, pin.generation()));
        return late(again).orElseGet(() -> bySms(again));
    }

    private void record(AuditEvent event) {
        bench.host().record(event);
    }

    private static LivePin pin(Settled<Sending> settled) {
        return ((Waiting) settled.answer()).pin();
    }

    private Instant at(Settled<?> settled) {
        return Instant.ofEpochMilli(bench.entries().now(settled));
    }

    private Instant expiresAt(LivePin pin) {
        return Instant.ofEpochMilli(pin.expiresAt(bench.policy()));
    }

    private String login() {
        return content.login().hex();
    }

    private SendId sendId(LivePin pin, String suffix) {
        return new SendId(content.secret().sendName() + "-" + pin.generation() + suffix);
    }
}
