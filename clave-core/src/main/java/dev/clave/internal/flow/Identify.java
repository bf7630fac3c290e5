package dev.clave.internal.flow;

import dev.clave.Denied;
import dev.clave.Field;
import dev.clave.Identified;
import dev.clave.IdentifyOutcome;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.MaskedRoute;
import dev.clave.Mistyped;
import dev.clave.Origin;
import dev.clave.Refused;
import dev.clave.Socket;
import dev.clave.TryLater;
import dev.clave.identity.IdentityNumber;
import dev.clave.identity.Parsed;
import dev.clave.identity.TypedContrast;
import dev.clave.internal.crypto.HandleBox;
import dev.clave.internal.crypto.HandleBox.Sealer;
import dev.clave.internal.crypto.HandleContent;
import dev.clave.internal.crypto.LoginSecret;
import dev.clave.internal.entries.Entries.Settled;
import dev.clave.internal.guard.Host;
import dev.clave.internal.state.Decision;
import dev.clave.internal.state.Later;
import dev.clave.internal.state.LoginId;
import dev.clave.internal.state.Opening;
import dev.clave.internal.state.PersonState;
import dev.clave.internal.state.Stopped;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.AuditEvent.Cause;
import dev.clave.spi.EntryKey;
import dev.clave.spi.Person;
import dev.clave.spi.PhoneNumber;
import dev.clave.spi.Route;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A number and a datum open a login. */
public final class Identify {
    private final Workbench bench;

    /** What came of it, with whatever an answer needs that is not remembered. */
    private record Judged(Opening opening, Optional<Person> person, Optional<Cause> cause) {}

    /** Of this workbench. */
    public Identify(Workbench bench) {
        this.bench = bench;
    }

    /** Opens a login, or says why not. */
    public IdentifyOutcome identify(
            @Nullable String typedNumber, @Nullable String typedContrast, LoginRequest request) {
        Parsed<IdentityNumber> number = IdentityNumber.parse(typedNumber);
        if (!(number instanceof Parsed.Valid<IdentityNumber> valid)) {
            return new Mistyped(Field.NUMBER, number.problem().orElseThrow());
        }
        Parsed<TypedContrast> contrast = TypedContrast.parse(valid.value(), typedContrast);
        if (!(contrast instanceof Parsed.Valid<TypedContrast> typed)) {
            return new Mistyped(Field.CONTRAST, contrast.problem().orElseThrow());
        }
        OptionalLong wait = request.origin().map(this::charge).orElse(OptionalLong.empty());
        return wait.isPresent()
                ? new TryLater(Instant.ofEpochMilli(wait.getAsLong()))
                : identify(valid.value(), typed.value(), request);
    }

    private OptionalLong charge(Origin origin) {
        return bench.entries()
                .updateOrigin(bench.pseudonyms().origin(origin), (state, now) -> state.identify(bench.policy(), now))
                .answer();
    }

    private IdentifyOutcome identify(IdentityNumber number, TypedContrast typed, LoginRequest request) {
        Sealer sealer = bench.handles().sealer();
        byte[] random =
                Host.call(Socket.RANDOM, () -> bench.generator().bytes(HandleBox.NONCE_BYTES + LoginSecret.BYTES));
        LoginSecret secret = LoginSecret.of(Arrays.copyOfRange(random, HandleBox.NONCE_BYTES, random.length));
        HandleContent content = content(number, secret, request);
        boolean known = request.browser()
                .map(token -> bench.browsers()
                        .knows(token, content.entry(), bench.clock().millis()))
                .orElse(false);
        Settled<Judged> settled =
                bench.entries().updatePerson(content.entry(), (state, now) -> judge(state, content, typed, known, now));
        record(content, settled);
        return outcome(
                content, settled.answer(), () -> sealer.seal(content, Arrays.copyOf(random, HandleBox.NONCE_BYTES)));
    }

    private HandleContent content(IdentityNumber number, LoginSecret secret, LoginRequest request) {
        EntryKey entry = bench.pseudonyms().person(number);
        String subject = bench.pseudonyms().subject(number);
        return new HandleContent(
                number,
                entry,
                subject,
                secret,
                secret.id(),
                request.requiredLevel(),
                request.language(),
                request.purpose());
    }

    private Decision<PersonState, Judged> judge(
            PersonState state, HandleContent content, TypedContrast typed, boolean known, long now) {
        OptionalLong wait = state.wrongDatumWait(known, bench.policy(), now);
        if (wait.isPresent()) {
            return state.stay(new Judged(new Later(wait.getAsLong()), Optional.empty(), Optional.empty()));
        }
        Optional<Person> person = bench.accounts().find(content.number());
        Optional<Cause> cause = bench.accounts().mismatch(content.number(), person, typed, now);
        Decision<PersonState, Opening> decision = cause.isPresent()
                ? state.mismatch(known, bench.policy(), now)
                : state.open(
                        content.login(),
                        Purposes.kind(content.purpose()),
                        Accounts.suffices(person.orElseThrow(), content.level()),
                        bench.policy(),
                        now);
        return decision.saying(opening -> new Judged(opening, person, cause));
    }

    private void record(HandleContent content, Settled<Judged> settled) {
        if (!settled.written()) {
            return;
        }
        Instant at = Instant.ofEpochMilli(bench.entries().now(settled));
        Optional<Cause> cause = settled.answer().cause();
        bench.host()
                .record(
                        cause.isPresent()
                                ? new AuditEvent.IdentificationRefused(content.subject(), at, cause.get())
                                : opened(content, at));
    }

    private static AuditEvent opened(HandleContent content, Instant at) {
        LoginId login = content.login();
        return new AuditEvent.LoginOpened(content.subject(), at, login.hex(), Purposes.kind(content.purpose()));
    }

    private IdentifyOutcome outcome(HandleContent content, Judged judged, Supplier<LoginHandle> handle) {
        if (judged.opening() instanceof Opening.Opened opened) {
            PhoneNumber phone = judged.person().flatMap(bench.accounts()::phone).orElseThrow();
            return new Identified(handle.get(), routes(content, phone), Instant.ofEpochMilli(opened.endsAt()));
        }
        if (judged.opening() instanceof Later later) {
            return new TryLater(Instant.ofEpochMilli(later.at()));
        }
        return judged.opening() instanceof Stopped stopped ? new Denied(stopped.reason()) : new Refused();
    }

    /** The app first, when a device is active. Only who has shown that they hold the document is told so. */
    private List<MaskedRoute> routes(HandleContent content, PhoneNumber phone) {
        MaskedRoute sms = new MaskedRoute(Route.SMS, phone.masked());
        return Optional.of(content.purpose())
                .filter(Purposes::mayGoToApp)
                .flatMap(purpose -> bench.devices().reachable(content.number()))
                .map(device -> List.of(new MaskedRoute(Route.APP, device.name()), sms))
                .orElse(List.of(sms));
    }
}
