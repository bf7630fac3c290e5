package dev.clave.internal.flow;

import dev.clave.LoginHandle;
import dev.clave.Reason;
import dev.clave.identity.IdentityNumber;
import dev.clave.internal.crypto.HandleContent;
import dev.clave.internal.entries.Entries.Settled;
import dev.clave.internal.state.Stopped;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.Device;
import java.time.Instant;

/** What ends things: a login is cancelled, a block lifted, a person forgotten. */
public final class Close {
    private static final int LONGEST_NAME = 64;

    private final Workbench bench;
    private final Deactivate deactivate;

    /** Of this workbench. */
    public Close(Workbench bench, Deactivate deactivate) {
        this.bench = bench;
        this.deactivate = deactivate;
    }

    /** The login is over; why, if it was over before. */
    public Reason cancel(LoginHandle handle) {
        return bench.handles().open(handle).map(this::cancel).orElse(Reason.NOT_CURRENT);
    }

    private Reason cancel(HandleContent content) {
        Settled<Stopped> settled = bench.entries()
                .updatePerson(content.entry(), (state, now) -> state.cancel(content.login(), bench.policy(), now));
        if (settled.written()) {
            bench.host()
                    .record(new AuditEvent.LoginCancelled(
                            content.subject(), at(settled), content.login().hex()));
        }
        return settled.answer().reason();
    }

    /** The row of wrong PINs is cleared, and with it a block. */
    public void unblock(IdentityNumber person, String by) {
        String name = checked(by);
        String subject = bench.pseudonyms().subject(person);
        Settled<Boolean> settled =
                bench.entries().updatePerson(bench.pseudonyms().person(person), (state, now) -> state.unblock());
        bench.host().record(new AuditEvent.PersonUnblocked(subject, at(settled), name));
    }

    /** The person's login is gone, and no device is active; counts and a block stay until their time. */
    public void forget(IdentityNumber person, String by) {
        String name = checked(by);
        String subject = bench.pseudonyms().subject(person);
        Settled<Boolean> settled =
                bench.entries().updatePerson(bench.pseudonyms().person(person), (state, now) -> state.forget());
        bench.devices().active(person).ifPresent(device -> deactivate.byAccount(person, device.id(), name));
        bench.host().record(new AuditEvent.PersonForgotten(subject, at(settled), name));
    }

    private Instant at(Settled<?> settled) {
        return Instant.ofEpochMilli(bench.entries().now(settled));
    }

    /** It goes into the audit: no line of it may look like another event. */
    static String checked(String by) {
        if (by.isBlank() || by.length() > LONGEST_NAME || by.codePoints().anyMatch(Device::isInvisible)) {
            throw new IllegalArgumentException("who does it is named by 1 to " + LONGEST_NAME
                    + " characters, none of them a control or format character");
        }
        return by;
    }
}
