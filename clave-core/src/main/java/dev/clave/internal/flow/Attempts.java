package dev.clave.internal.flow;

import dev.clave.AccessOutcome;
import dev.clave.ActivationOutcome;
import dev.clave.Denied;
import dev.clave.Purpose;
import dev.clave.Reason;
import dev.clave.TryLater;
import dev.clave.WrongPin;
import dev.clave.internal.crypto.HandleContent;
import dev.clave.internal.crypto.ProofInput;
import dev.clave.internal.entries.Entries.Settled;
import dev.clave.internal.state.Attempt;
import dev.clave.internal.state.Attempt.Right;
import dev.clave.internal.state.Attempt.Wrong;
import dev.clave.internal.state.Decision;
import dev.clave.internal.state.Later;
import dev.clave.internal.state.LivePin;
import dev.clave.internal.state.LivePin.Prover;
import dev.clave.internal.state.LoginId;
import dev.clave.internal.state.PersonState;
import dev.clave.internal.state.Stopped;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.Device;
import dev.clave.spi.Person;
import dev.clave.spi.Route;
import dev.clave.spi.Secret;
import dev.clave.spi.SecurityNotice;
import dev.clave.spi.SendId;
import java.time.Instant;
import java.util.Optional;

/** A PIN is held against the one that is waited for: one attempt less, or the right to what the login is for. */
final class Attempts {
    private final Workbench bench;

    /** A PIN of the right form, and what it is presented for; empty when that is not what the login is for. */
    record Presented(HandleContent content, Optional<Purpose> purpose, Secret pin) {}

    /** What may be said of an attempt, once it is written and the audit knows. */
    sealed interface Verdict {}

    /** It was the right PIN, and in time. */
    record Proven(Person person, Optional<Device> device, LivePin pin, Instant at) implements Verdict {}

    /** Anything else; the same for whoever asked. */
    record Unproven(AccessOutcome access, ActivationOutcome activation) implements Verdict {
        static <O extends AccessOutcome & ActivationOutcome> Unproven of(O outcome) {
            return new Unproven(outcome, outcome);
        }
    }

    /** What came of it, with whatever an answer needs that is not remembered. */
    private record Judged(Attempt attempt, Optional<Recipient> recipient) {}

    Attempts(Workbench bench) {
        this.bench = bench;
    }

    Verdict attempt(Presented presented) {
        HandleContent content = presented.content();
        Settled<Judged> settled =
                bench.entries().updatePerson(content.entry(), (state, now) -> judge(state, presented, now));
        Attempt attempt = settled.answer().attempt();
        if (attempt instanceof Later later) {
            return Unproven.of(new TryLater(Instant.ofEpochMilli(later.at())));
        }
        if (attempt instanceof Stopped stopped) {
            return Unproven.of(new Denied(stopped.reason()));
        }
        Instant at = Instant.ofEpochMilli(bench.entries().now(settled));
        Recipient recipient = settled.answer().recipient().orElseThrow();
        tell(content, attempt, recipient, at);
        return verdict(attempt, recipient, at);
    }

    private Decision<PersonState, Judged> judge(PersonState state, Presented presented, long now) {
        HandleContent content = presented.content();
        Optional<Attempt> refusal = refusal(state, presented, now);
        if (refusal.isPresent()) {
            return state.stay(new Judged(refusal.get(), Optional.empty()));
        }
        Optional<Person> person = bench.accounts().find(content.number());
        Optional<Reason> gate = bench.accounts().gate(person, content.level(), now);
        if (gate.isPresent()) {
            return state.stay(new Judged(new Stopped(gate.get()), Optional.empty()));
        }
        Recipient recipient = recipient(state.livePin(), content, person.orElseThrow());
        return state.attempt(content.login(), prover(presented, recipient), bench.policy(), now)
                .saying(attempt -> new Judged(attempt, Optional.of(recipient)));
    }

    /** A handle of the past gets the answer of a handle of the past, whatever it was for. */
    private Optional<Attempt> refusal(PersonState state, Presented presented, long now) {
        LoginId login = presented.content().login();
        return state.end(login, bench.policy(), now).isEmpty()
                        && presented.purpose().isEmpty()
                ? Optional.of(new Stopped(Reason.OTHER_PURPOSE))
                : state.refusal(login, bench.policy(), now);
    }

    /** A PIN that went by app is good for the device that is active now; an activation must know which one it is to replace. */
    private Recipient recipient(LivePin pin, HandleContent content, Person person) {
        boolean needsDevice = pin.route() == Route.APP || content.purpose() instanceof Purpose.Activation;
        Optional<Device> device = needsDevice ? bench.devices().active(content.number()) : Optional.empty();
        return new Recipient(person, bench.accounts().phone(person).orElseThrow(), device);
    }

    private Prover prover(Presented presented, Recipient recipient) {
        HandleContent content = presented.content();
        return pin -> bench.proofs()
                .prove(
                        pin.keyId(),
                        new ProofInput(
                                content.entry(),
                                content.secret(),
                                pin.generation(),
                                presented.purpose().orElseThrow(),
                                pin.route(),
                                recipient.destination(pin.route()),
                                pin.code().text(),
                                presented.pin()));
    }

    /** The entry is written: now it may be told, to the audit first. */
    private void tell(HandleContent content, Attempt attempt, Recipient recipient, Instant at) {
        bench.host().record(event(content, attempt, at));
        if (attempt instanceof Wrong wrong) {
            warn(content, wrong, recipient);
        }
    }

    /** What expired meanwhile is told as expired, right or wrong. */
    private Verdict verdict(Attempt attempt, Recipient recipient, Instant at) {
        if (isTooLate(pin(attempt), at)) {
            return Unproven.of(new Denied(Reason.PIN_EXPIRED));
        }
        return attempt instanceof Wrong wrong
                ? Unproven.of(new WrongPin(wrong.attemptsLeft()))
                : new Proven(recipient.person(), recipient.device(), pin(attempt), at);
    }

    private static LivePin pin(Attempt attempt) {
        return attempt instanceof Right right ? right.pin() : ((Wrong) attempt).pin();
    }

    private boolean isTooLate(LivePin pin, Instant at) {
        return at.toEpochMilli() >= pin.expiresAt(bench.policy());
    }

    private AuditEvent event(HandleContent content, Attempt attempt, Instant at) {
        String subject = content.subject();
        String login = content.login().hex();
        if (attempt instanceof Wrong wrong) {
            return new AuditEvent.WrongPinGiven(
                    subject, at, login, wrong.attemptsLeft(), wrong.inARow(), wrong.blocked());
        }
        return isTooLate(pin(attempt), at)
                ? new AuditEvent.AttemptTooLate(subject, at, login)
                : new AuditEvent.AccessGranted(
                        subject, at, login, pin(attempt).route(), Purposes.kind(content.purpose()));
    }

    private void warn(HandleContent content, Wrong wrong, Recipient recipient) {
        if (wrong.half() || wrong.blocked()) {
            SecurityNotice.Kind kind =
                    wrong.blocked() ? SecurityNotice.Kind.BLOCKED : SecurityNotice.Kind.MANY_WRONG_PINS;
            SendId id = new SendId(content.secret().sendName() + "-n" + wrong.inARow());
            bench.courier().sendNotice(id, recipient.person(), recipient.phone(), kind);
        }
    }
}
