package dev.clave.internal.flow;

import dev.clave.Field;
import dev.clave.LoginHandle;
import dev.clave.Mistyped;
import dev.clave.NotSent;
import dev.clave.PinOutcome;
import dev.clave.Reason;
import dev.clave.identity.Parsed;
import dev.clave.internal.crypto.HandleContent;
import dev.clave.internal.entries.Entries.Settled;
import dev.clave.internal.pin.CodeReader;
import dev.clave.internal.state.Decision;
import dev.clave.internal.state.LivePin.Minter;
import dev.clave.internal.state.PersonState;
import dev.clave.internal.state.Sending;
import dev.clave.internal.state.Stopped;
import dev.clave.spi.Device;
import dev.clave.spi.Person;
import dev.clave.spi.Route;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PIN is made and sent: the first one of a login, or another one in place of the one before. */
public final class SendPin {
    private final Workbench bench;

    /** What came of it, with whatever an answer needs that is not remembered. */
    private record Judged(Sending sending, Optional<Recipient> recipient) {}

    /** The transition that is asked for. */
    @FunctionalInterface
    private interface Transition {
        Decision<PersonState, Sending> of(PersonState state, Minter minter, long now);
    }

    /** A step of the login, once it is open and the account in order. */
    @FunctionalInterface
    private interface Step {
        Decision<PersonState, Sending> decide(PersonState state, Recipient recipient, long now);
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
                        Draft.of(bench, content, chosen),
                        null,
                        (state, minter, now) -> state.obtain(content.login(), minter, bench.policy(), now)))
                .orElseGet(() -> new NotSent(Reason.NOT_CURRENT));
    }

    /** Another PIN, beside the code that is fixed already, the way that is asked for or the way of the one before. */
    public PinOutcome again(LoginHandle handle, @Nullable Route wanted) {
        return bench.handles()
                .open(handle)
                .map(content -> send(
                        content,
                        Draft.of(bench, content, null),
                        wanted,
                        (state, minter, now) -> state.again(content.login(), minter, bench.policy(), now)))
                .orElseGet(() -> new NotSent(Reason.NOT_CURRENT));
    }

    /** What a login waits for; nothing is sent and nothing changes. */
    public PinOutcome status(LoginHandle handle) {
        return bench.handles()
                .open(handle)
                .map(content -> told(settle(
                                content,
                                (state, recipient, now) ->
                                        state.stay(state.status(content.login(), bench.policy(), now)))
                        .answer()))
                .orElseGet(() -> new NotSent(Reason.NOT_CURRENT));
    }

    private PinOutcome send(HandleContent content, Draft draft, @Nullable Route wanted, Transition transition) {
        Settled<Judged> settled = settle(
                content,
                (state, recipient, now) -> recipient.canTake(wanted)
                        ? transition.of(state, draft.to(recipient, wanted), now)
                        : state.stay(new Stopped(Reason.UNDELIVERABLE)));
        Judged judged = settled.answer();
        return settled.written()
                ? new Delivery(bench, content, judged.recipient().orElseThrow(), draft)
                        .deliver(settled.saying(judged.sending()))
                : told(judged);
    }

    private Settled<Judged> settle(HandleContent content, Step step) {
        return bench.entries().updatePerson(content.entry(), (state, now) -> {
            Optional<Reason> end = state.end(content.login(), bench.policy(), now);
            if (end.isPresent()) {
                return state.stay(new Judged(new Stopped(end.get()), Optional.empty()));
            }
            Optional<Person> person = bench.accounts().find(content.number());
            Optional<Reason> gate = bench.accounts().gate(person, content.level(), now);
            if (gate.isPresent()) {
                return state.stay(new Judged(new Stopped(gate.get()), Optional.empty()));
            }
            Recipient recipient = recipient(content, person.orElseThrow());
            return step.decide(state, recipient, now).saying(sending -> new Judged(sending, Optional.of(recipient)));
        });
    }

    private Recipient recipient(HandleContent content, Person person) {
        Optional<Device> device =
                Purposes.mayGoToApp(content.purpose()) ? bench.devices().reachable(content.number()) : Optional.empty();
        return new Recipient(person, bench.accounts().phone(person).orElseThrow(), device);
    }

    private PinOutcome told(Judged judged) {
        return PinAnswer.of(judged.sending(), judged.recipient(), bench.policy());
    }
}
