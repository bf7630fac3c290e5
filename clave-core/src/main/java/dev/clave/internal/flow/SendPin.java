package dev.clave.internal.flow;

import dev.clave.Field;
import dev.clave.LoginHandle;
import dev.clave.MaskedRoute;
import dev.clave.Mistyped;
import dev.clave.NotSent;
import dev.clave.PinGenerator.Drawn;
import dev.clave.PinOutcome;
import dev.clave.PinSent;
import dev.clave.Reason;
import dev.clave.Socket;
import dev.clave.TryLater;
import dev.clave.identity.Parsed;
import dev.clave.internal.crypto.HandleContent;
import dev.clave.internal.crypto.ProofInput;
import dev.clave.internal.entries.Entries.Settled;
import dev.clave.internal.guard.Host;
import dev.clave.internal.pin.CodeReader;
import dev.clave.internal.state.Code;
import dev.clave.internal.state.Decision;
import dev.clave.internal.state.Later;
import dev.clave.internal.state.LivePin;
import dev.clave.internal.state.LivePin.Minter;
import dev.clave.internal.state.PersonState;
import dev.clave.internal.state.Proof;
import dev.clave.internal.state.Sending;
import dev.clave.internal.state.Sending.Waiting;
import dev.clave.internal.state.Stopped;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Person;
import dev.clave.spi.PhoneNumber;
import dev.clave.spi.Route;
import dev.clave.spi.Secret;
import dev.clave.spi.SendId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PIN is made and sent: the first one of a login, or another one in place of the one before. */
public final class SendPin {
    private final Workbench bench;

    /** What came of it, with whatever an answer needs that is not remembered. */
    private record Judged(Sending sending, Optional<Person> person) {}

    /** The transition that is asked for. */
    @FunctionalInterface
    private interface Transition {
        Decision<PersonState, Sending> of(PersonState state, Minter minter, long now);
    }

    /** Of this workbench. */
    public SendPin(Workbench bench) {
        this.bench = bench;
    }

    /** The first PIN of a login, beside a random code. */
    public PinOutcome obtain(LoginHandle handle) {
        return obtain(handle, null);
    }

    /** The first PIN of a login, beside a code of the person's choice. */
    public PinOutcome obtainWith(LoginHandle handle, @Nullable String typedCode) {
        Parsed<String> code = CodeReader.read(typedCode);
        return code instanceof Parsed.Valid<String> valid
                ? obtain(handle, valid.value())
                : new Mistyped(Field.CODE, code.problem().orElseThrow());
    }

    private PinOutcome obtain(LoginHandle handle, @Nullable String chosen) {
        return bench.handles()
                .open(handle)
                .map(content -> send(
                        content,
                        chosen,
                        (state, minter, now) -> state.obtain(content.login(), minter, bench.policy(), now)))
                .orElseGet(() -> new NotSent(Reason.NOT_CURRENT));
    }

    /** Another PIN, beside the code that is fixed already. */
    public PinOutcome again(LoginHandle handle) {
        return bench.handles()
                .open(handle)
                .map(content -> send(
                        content,
                        null,
                        (state, minter, now) -> state.again(content.login(), minter, bench.policy(), now)))
                .orElseGet(() -> new NotSent(Reason.NOT_CURRENT));
    }

    /** What a login waits for; nothing is sent and nothing changes. */
    public PinOutcome status(LoginHandle handle) {
        return bench.handles()
                .open(handle)
                .map(content -> tell(settle(
                                content,
                                (state, person, now) -> state.stay(state.status(content.login(), bench.policy(), now)))
                        .answer()))
                .orElseGet(() -> new NotSent(Reason.NOT_CURRENT));
    }

    private PinOutcome send(HandleContent content, @Nullable String chosen, Transition transition) {
        Drawn drawn = Host.call(
                Socket.RANDOM,
                () -> bench.generator()
                        .pinAndCode(bench.policy().alphabet(), bench.policy().pinLength()));
        String keyId = bench.proofs().currentKeyId();
        String code = chosen == null ? drawn.code() : chosen;
        Settled<Judged> settled = settle(
                content,
                (state, person, now) ->
                        transition.of(state, minter(content, keyId, code, drawn.pin(), phone(person)), now));
        return settled.written() ? deliver(content, drawn.pin(), settled) : tell(settled.answer());
    }

    /** A step of the login, once it is open and the account in order. */
    @FunctionalInterface
    private interface Step {
        Decision<PersonState, Sending> decide(PersonState state, Person person, long now);
    }

    private Settled<Judged> settle(HandleContent content, Step step) {
        return bench.entries().updatePerson(content.entry(), (state, now) -> {
            Optional<Reason> end = state.end(content.login(), bench.policy(), now);
            if (end.isPresent()) {
                return state.stay(new Judged(new Stopped(end.get()), Optional.empty()));
            }
            Optional<Person> person = bench.accounts().find(content.number());
            Optional<Reason> gate = bench.accounts().gate(person, content.level(), now);
            return gate.isPresent()
                    ? state.stay(new Judged(new Stopped(gate.get()), person))
                    : step.decide(state, person.orElseThrow(), now).saying(sending -> new Judged(sending, person));
        });
    }

    private Minter minter(HandleContent content, String keyId, String code, Secret pin, PhoneNumber phone) {
        return (generation, fixed, now) -> {
            Code shown = fixed == null ? Code.of(code) : fixed;
            Proof proof = bench.proofs()
                    .prove(
                            keyId,
                            new ProofInput(
                                    content.entry(),
                                    content.secret(),
                                    generation,
                                    content.purpose(),
                                    Route.SMS,
                                    phone.value(),
                                    shown.text(),
                                    pin));
            return new LivePin(proof, keyId, generation, shown, Route.SMS, now);
        };
    }

    /** The entry is written: now it may be told, to the audit first, then to the person, then to the browser. */
    private PinOutcome deliver(HandleContent content, Secret pin, Settled<Judged> settled) {
        Waiting waiting = (Waiting) settled.answer().sending();
        Person person = settled.answer().person().orElseThrow();
        LivePin made = waiting.pin();
        long now = bench.entries().now(settled);
        String login = content.login().hex();
        Instant at = Instant.ofEpochMilli(now);
        bench.host().record(new AuditEvent.PinMade(content.subject(), at, login, made.route(), made.generation()));
        Instant expiresAt = Instant.ofEpochMilli(made.expiresAt(bench.policy()));
        if (!at.isBefore(expiresAt)) {
            return new NotSent(Reason.PIN_EXPIRED);
        }
        if (now > waiting.sendBy()) {
            return new NotSent(Reason.START_AGAIN);
        }
        SendId id = new SendId(content.secret().sendName() + "-" + made.generation());
        DeliveryResult result = bench.courier().sendPin(id, person, phone(person), content.purpose(), pin, expiresAt);
        if (result instanceof DeliveryResult.Refused refused) {
            bench.host()
                    .record(new AuditEvent.DeliveryFailed(
                            content.subject(), at, login, made.route(), refused.reason()));
            return new NotSent(
                    refused.reason() == DeliveryResult.Reason.UNCONFIRMED ? Reason.UNCONFIRMED : Reason.UNDELIVERABLE);
        }
        return tell(settled.answer());
    }

    private PinOutcome tell(Judged judged) {
        if (judged.sending() instanceof Waiting waiting) {
            LivePin pin = waiting.pin();
            Person person = judged.person().orElseThrow();
            return new PinSent(
                    pin.code().text(),
                    new MaskedRoute(pin.route(), phone(person).masked()),
                    Instant.ofEpochMilli(pin.expiresAt(bench.policy())),
                    waiting.againAt().isPresent()
                            ? Optional.of(Instant.ofEpochMilli(waiting.againAt().getAsLong()))
                            : Optional.empty(),
                    waiting.attemptsLeft());
        }
        return judged.sending() instanceof Later later
                ? new TryLater(Instant.ofEpochMilli(later.at()))
                : new NotSent(((Stopped) judged.sending()).reason());
    }

    private PhoneNumber phone(Person person) {
        return bench.accounts().phone(person).orElseThrow();
    }
}
