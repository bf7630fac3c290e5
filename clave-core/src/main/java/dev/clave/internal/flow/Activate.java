package dev.clave.internal.flow;

import dev.clave.Activated;
import dev.clave.ActivationOutcome;
import dev.clave.Denied;
import dev.clave.DeviceToken;
import dev.clave.Field;
import dev.clave.LoginHandle;
import dev.clave.Mistyped;
import dev.clave.Purpose;
import dev.clave.Reason;
import dev.clave.Socket;
import dev.clave.identity.Parsed;
import dev.clave.internal.app.DeviceOffer;
import dev.clave.internal.crypto.DeviceTokens;
import dev.clave.internal.crypto.HandleContent;
import dev.clave.internal.flow.Attempts.Presented;
import dev.clave.internal.flow.Attempts.Proven;
import dev.clave.internal.flow.Attempts.Unproven;
import dev.clave.internal.flow.Attempts.Verdict;
import dev.clave.internal.guard.Host;
import dev.clave.internal.pin.PinReader;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.Secret;
import dev.clave.spi.SecurityNotice;
import dev.clave.spi.SendId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PIN is given to activate a device: it takes the place of the one that was active, or the PIN is one attempt less. */
public final class Activate {
    private final Workbench bench;
    private final Attempts attempts;

    /** Of this workbench. */
    public Activate(Workbench bench) {
        this.bench = bench;
        this.attempts = new Attempts(bench);
    }

    /** Compares a PIN, for the device that is offered now. */
    public ActivationOutcome activate(LoginHandle handle, @Nullable String typedPin, DeviceOffer offer) {
        int length = Purposes.pinLength(PurposeKind.ACTIVATION, bench.policy());
        Parsed<Secret> pin = PinReader.read(typedPin, bench.policy().alphabet(), length);
        if (!(pin instanceof Parsed.Valid<Secret> typed)) {
            return new Mistyped(Field.PIN, pin.problem().orElseThrow());
        }
        Optional<HandleContent> content = bench.handles().open(handle);
        if (content.isEmpty()) {
            return new Denied(Reason.NOT_CURRENT);
        }
        Optional<Purpose> purpose = Purposes.presented(content.get().purpose(), offer);
        return activate(new Presented(content.get(), purpose, typed.value()), offer);
    }

    private ActivationOutcome activate(Presented presented, DeviceOffer offer) {
        DeviceTokens.Sealer sealer = bench.tokens().sealer();
        byte[] random =
                Host.call(Socket.RANDOM, () -> bench.generator().bytes(DeviceId.BYTES + DeviceTokens.NONCE_BYTES));
        Verdict verdict = attempts.attempt(presented);
        if (!(verdict instanceof Proven proven)) {
            return ((Unproven) verdict).activation();
        }
        DeviceId id = DeviceId.of(Arrays.copyOf(random, DeviceId.BYTES));
        Device device = offer.activated(id, proven.at());
        if (!bench.host().activate(presented.content().number(), device, replaced(proven))) {
            return new Denied(Reason.DEVICE_CHANGED);
        }
        tell(presented.content(), device, proven);
        byte[] nonce = Arrays.copyOfRange(random, DeviceId.BYTES, random.length);
        DeviceToken token = sealer.seal(presented.content(), id, offer.keys(), nonce);
        return new Activated(token, id, proven.at());
    }

    private static @Nullable DeviceId replaced(Proven proven) {
        return proven.device().map(Device::id).orElse(null);
    }

    /** The device is active: now the audit is told, then the person, then the device that is active no longer. */
    private void tell(HandleContent content, Device device, Proven proven) {
        Optional<Device> replaced = proven.device();
        bench.host()
                .record(new AuditEvent.DeviceActivated(
                        content.subject(),
                        proven.at(),
                        content.login().hex(),
                        device.id().hex(),
                        replaced.map(before -> before.id().hex()).orElse("")));
        replaced.ifPresent(
                before -> bench.entries().updatePerson(content.entry(), (state, now) -> state.withdraw(before.id())));
        String send = content.secret().sendName();
        bench.courier()
                .sendNotice(
                        new SendId(send + "-d"),
                        proven.person(),
                        bench.accounts().phone(proven.person()).orElseThrow(),
                        SecurityNotice.Kind.DEVICE_ACTIVATED);
        replaced.ifPresent(before -> bench.courier().sendReplaced(new SendId(send + "-r"), proven.person(), before));
    }
}
