package dev.clave.internal.flow;

import dev.clave.AccessOutcome;
import dev.clave.Denied;
import dev.clave.Field;
import dev.clave.Granted;
import dev.clave.LoginHandle;
import dev.clave.Mistyped;
import dev.clave.Purpose;
import dev.clave.Reason;
import dev.clave.TextDigest;
import dev.clave.TryLater;
import dev.clave.WrongPin;
import dev.clave.identity.Parsed;
import dev.clave.internal.crypto.BrowserTokens.Issuer;
import dev.clave.internal.crypto.HandleContent;
import dev.clave.internal.crypto.ProofInput;
import dev.clave.internal.entries.Entries.Settled;
import dev.clave.internal.pin.PinReader;
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
import dev.clave.spi.Person;
import dev.clave.spi.PhoneNumber;
import dev.clave.spi.Secret;
import dev.clave.spi.SecurityNotice;
import dev.clave.spi.SendId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PIN is given: one grant, or one attempt less. */
public final class Verify {
    private final Workbench bench;

    /** What came of it, with whatever an answer needs that is not remembered. */
    private record Judged(Attempt attempt, Optional<Person> person) {}

    /** A PIN of the right form, and what it is presented for. */
    private record Presented(HandleContent content, Optional<Purpose> purpose, Secret pin) {}

    /** Of this workbench. */
    public Verify(Workbench bench) {
        this.bench = bench;
    }

    /** Compares a PIN, for a text that is to be signed, or for none. */
    public AccessOutcome verify(LoginHandle handle, @Nullable String typedPin, Optional<TextDigest> text) {
        Parsed<Secret> pin = PinReader.read(
                typedPin, bench.policy().alphabet(), bench.policy().pinLength());
        if (!(pin instanceof Parsed.Valid<Secret> typed)) {
            return new Mistyped(Field.PIN, pin.problem().orElseThrow());
        }
        Optional<HandleContent> content = bench.handles().open(handle);
        if (content.isEmpty()) {
            return new Denied(Reason.NOT_CURRENT);
        }
        Optional<Purpose> purpose = Purposes.presented(content.get().purpose(), text);
        return verify(new Presented(content.get(), purpose, typed.value()));
    }

    private AccessOutcome verify(Presented presented) {
        HandleContent content = presented.content();
        Issuer tokens = bench.browsers().issuer();
        Settled<Judged> settled =
                bench.entries().updatePerson(content.entry(), (state, now) -> judge(state, presented, now));
        Attempt attempt = settled.answer().attempt();
        if (attempt instanceof Later later) {
            return new TryLater(Instant.ofEpochMilli(later.at()));
        }
        if (attempt instanceof Stopped stopped) {
            return new Denied(stopped.reason());
        }
        Instant at = Instant.ofEpochMilli(bench.entries().now(settled));
        Person person = settled.answer().person().orElseThrow();
        tell(content, attempt, person, at);
        return outcome(content, attempt, person, at, tokens);
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
            return state.stay(new Judged(new Stopped(gate.get()), person));
        }
        Prover prover = prover(presented, phone(person.orElseThrow()));
        return state.attempt(content.login(), prover, bench.policy(), now)
                .saying(attempt -> new Judged(attempt, person));
    }

    /** A handle of the past gets the answer of a handle of the past, whatever it was for. */
    private Optional<Attempt> refusal(PersonState state, Presented presented, long now) {
        LoginId login = presented.content().login();
        return state.end(login, bench.policy(), now).isEmpty()
                        && presented.purpose().isEmpty()
                ? Optional.of(new Stopped(Reason.OTHER_PURPOSE))
                : state.refusal(login, bench.policy(), now);
    }

    private Prover prover(Presented presented, PhoneNumber phone) {
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
                                phone.value(),
                                pin.code().text(),
                                presented.pin()));
    }

    /** The entry is written: now it may be told, to the audit first. */
    private void tell(HandleContent content, Attempt attempt, Person person, Instant at) {
        bench.host().record(event(content, attempt, at));
        if (attempt instanceof Wrong wrong) {
            warn(content, wrong, person);
        }
    }

    /** What expired meanwhile is told as expired, right or wrong. */
    private AccessOutcome outcome(HandleContent content, Attempt attempt, Person person, Instant at, Issuer tokens) {
        LivePin pin = pin(attempt);
        if (isTooLate(pin, at)) {
            return new Denied(Reason.PIN_EXPIRED);
        }
        return attempt instanceof Wrong wrong
                ? new WrongPin(wrong.attemptsLeft())
                : new Granted(
                        content.number(),
                        person.subject(),
                        person.level(),
                        pin.route(),
                        content.purpose(),
                        at,
                        tokens.issue(content.entry(), content.login(), at.toEpochMilli()));
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

    private void warn(HandleContent content, Wrong wrong, Person person) {
        if (wrong.half() || wrong.blocked()) {
            SecurityNotice.Kind kind =
                    wrong.blocked() ? SecurityNotice.Kind.BLOCKED : SecurityNotice.Kind.MANY_WRONG_PINS;
            SendId id = new SendId(content.secret().sendName() + "-n" + wrong.inARow());
            bench.courier().sendNotice(id, person, phone(person), kind);
        }
    }

    private PhoneNumber phone(Person person) {
        return bench.accounts().phone(person).orElseThrow();
    }
}
