package dev.clave.internal.flow;

import dev.clave.PinGenerator.Drawn;
import dev.clave.Socket;
import dev.clave.internal.app.SealedText;
import dev.clave.internal.app.Shown;
import dev.clave.internal.crypto.HandleContent;
import dev.clave.internal.crypto.PinSealer;
import dev.clave.internal.crypto.ProofInput;
import dev.clave.internal.guard.Host;
import dev.clave.internal.state.Code;
import dev.clave.internal.state.LivePin;
import dev.clave.internal.state.LivePin.Minter;
import dev.clave.internal.state.LivePin.Rerouter;
import dev.clave.internal.state.Proof;
import dev.clave.internal.state.SealedPin;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.Device;
import dev.clave.spi.Route;
import dev.clave.spi.Secret;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A PIN that is about to be made: what was drawn for it, and all that it will be bound to. It prints nothing. */
final class Draft {
    private final Workbench bench;
    private final HandleContent content;
    private final PurposeKind purpose;
    private final String code;
    private final Secret pin;
    private final String keyId;

    private Draft(Workbench bench, HandleContent content, String code, Secret pin) {
        this.bench = bench;
        this.content = content;
        this.purpose = Purposes.kind(content.purpose());
        this.code = code;
        this.pin = pin;
        this.keyId = bench.proofs().currentKeyId();
    }

    /** Drawn for a login, beside the code of the person's choice or a random one. */
    static Draft of(Workbench bench, HandleContent content, @Nullable String chosen) {
        int length = Purposes.pinLength(Purposes.kind(content.purpose()), bench.policy());
        Drawn drawn = Host.call(
                Socket.RANDOM, () -> bench.generator().pinAndCode(bench.policy().alphabet(), length));
        return new Draft(bench, content, chosen == null ? drawn.code() : chosen, drawn.pin());
    }

    Secret pin() {
        return pin;
    }

    /** Makes it for somebody, to go the way that is asked for, or else the way of the one before. */
    Minter to(Recipient recipient, @Nullable Route wanted) {
        return (generation, before, now) -> {
            Code shown = before == null ? Code.of(code) : before.code();
            Route route = recipient.route(wanted, before == null ? null : before.route());
            Proof proof = prove(recipient, route, generation, shown);
            LivePin made = new LivePin(proof, keyId, generation, shown, route, now, null);
            return route == Route.APP
                    ? made.sealed(seal(made, recipient.device().orElseThrow()))
                    : made;
        };
    }

    /** Makes it once more, to go by SMS; the app can open it still. */
    Rerouter bySms(Recipient recipient) {
        return refused -> new LivePin(
                prove(recipient, Route.SMS, refused.generation(), refused.code()),
                keyId,
                refused.generation(),
                refused.code(),
                Route.SMS,
                refused.madeAt(),
                refused.sealed());
    }

    private Proof prove(Recipient recipient, Route route, int generation, Code shown) {
        return bench.proofs()
                .prove(
                        keyId,
                        new ProofInput(
                                content.entry(),
                                content.secret(),
                                generation,
                                content.purpose(),
                                route,
                                recipient.destination(route),
                                shown.text(),
                                pin));
    }

    /** With a seed of its own each time: an attempt to write that was lost must not share a key with the next one. */
    private SealedPin seal(LivePin made, Device device) {
        byte[] seed = Host.call(Socket.RANDOM, () -> bench.generator().bytes(PinSealer.SEED_BYTES));
        byte[] shown = new Shown(bench.organisation(), purpose, made).bytes(bench.policy());
        byte[] plain = SealedText.bytes(pin, content.purpose());
        byte[] sealed = PinSealer.seal(device.keys(), shown, plain, seed);
        Arrays.fill(plain, (byte) 0);
        Arrays.fill(seed, (byte) 0);
        return SealedPin.of(device.id(), sealed);
    }

    @Override
    public String toString() {
        return "Draft[redacted]";
    }
}
