package dev.clave.internal.entries;

import dev.clave.internal.state.Budgets;
import dev.clave.internal.state.Code;
import dev.clave.internal.state.LivePin;
import dev.clave.internal.state.Login;
import dev.clave.internal.state.LoginId;
import dev.clave.internal.state.PersonState;
import dev.clave.internal.state.Proof;
import dev.clave.internal.state.SealedPin;
import dev.clave.internal.state.WrongData;
import dev.clave.internal.state.WrongPins;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.DeviceId;
import dev.clave.spi.Route;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What is remembered of a person, as two nested arrays: the login and the budgets. Where there is no login, or no PIN in it, something stands there that
 * looks like one and says that it is none: a refusal reads and writes a whole entry in a store outside the process, and its time
 * would tell whose login waits.
 */
final class PersonCodec {
    /** The format since which a PIN may be sealed to a device. */
    private static final int WITH_SEALED = 2;

    /** The format since which what is missing looks like what is there; before, it was null. */
    private static final int ALIKE = 3;

    /** As many bytes as a time of today. */
    private static final long SOME_TIME = 1L << 40;

    private static final Login NO_LOGIN =
            new Login(new LoginId(0, 0), PurposeKind.IDENTIFICATION, SOME_TIME, Login.Phase.OPEN, 0, 0, null);

    /** The encapsulated key, and at most a PIN and a summary with a tag. */
    private static final int LONGEST_SEALED = 512;

    private PersonCodec() {}

    static void write(JsonGenerator out, PersonState state) {
        writeLogin(out, state.login());
        writeBudgets(out, state.budgets());
    }

    static PersonState read(EntryReader in, int format) {
        Login login = readLogin(in, format);
        return new PersonState(login, readBudgets(in));
    }

    private static void writeLogin(JsonGenerator out, @Nullable Login known) {
        Login login = known == null ? NO_LOGIN : known;
        out.writeStartArray(null, 8);
        out.writeBoolean(known != null);
        out.writeBinary(login.id().bytes());
        out.writeString(login.purpose().name());
        out.writeNumber(login.openedAt());
        out.writeString(login.phase().name());
        out.writeNumber(login.wrongPins());
        out.writeNumber(login.sends());
        writePin(out, login.pin());
        out.writeEndArray();
    }

    private static @Nullable Login readLogin(EntryReader in, int format) {
        if (!begins(in, format)) {
            return null;
        }
        boolean real = isReal(in, format);
        Login login = new Login(
                LoginId.of(in.bytes(LoginId.BYTES)),
                in.oneOf(PurposeKind.class),
                in.time(),
                in.oneOf(Login.Phase.class),
                in.smallNumber(),
                in.smallNumber(),
                readPin(in, format));
        in.endArray();
        return real ? login : null;
    }

    /** Begins the array of what may be missing; false when it is null. */
    private static boolean begins(EntryReader in, int format) {
        if (format < ALIKE) {
            return in.startsArrayOrNull();
        }
        in.startArray();
        return true;
    }

    private static boolean isReal(EntryReader in, int format) {
        return format < ALIKE || in.flag();
    }

    private static void writePin(JsonGenerator out, @Nullable LivePin known) {
        LivePin pin = known == null ? noPin() : known;
        out.writeStartArray(null, 8);
        out.writeBoolean(known != null);
        out.writeBinary(pin.proof().bytes());
        out.writeString(pin.keyId());
        out.writeNumber(pin.generation());
        out.writeNumber(pin.code().packed());
        out.writeString(pin.route().name());
        out.writeNumber(pin.madeAt());
        writeSealed(out, pin.sealed());
        out.writeEndArray();
    }

    /** A new one each time, as a login gives a new one. */
    private static LivePin noPin() {
        return new LivePin(new Proof(0, 0, 0, 0), "000000", 1, Code.of("0000"), Route.SMS, SOME_TIME, null);
    }

    private static void writeSealed(JsonGenerator out, @Nullable SealedPin sealed) {
        if (sealed == null) {
            out.writeNull();
            return;
        }
        out.writeStartArray(null, 2);
        out.writeBinary(sealed.device().bytes());
        out.writeBinary(sealed.bytes());
        out.writeEndArray();
    }

    private static @Nullable SealedPin readSealed(EntryReader in) {
        if (!in.startsArrayOrNull()) {
            return null;
        }
        SealedPin sealed = SealedPin.of(DeviceId.of(in.bytes(DeviceId.BYTES)), in.bytesUpTo(LONGEST_SEALED));
        in.endArray();
        return sealed;
    }

    private static @Nullable LivePin readPin(EntryReader in, int format) {
        if (!begins(in, format)) {
            return null;
        }
        boolean real = isReal(in, format);
        LivePin pin = new LivePin(
                Proof.of(in.bytes(Proof.BYTES)),
                in.name(),
                in.smallNumber(),
                new Code(in.code()),
                in.oneOf(Route.class),
                in.time(),
                format < WITH_SEALED ? null : readSealed(in));
        in.endArray();
        return real ? pin : null;
    }

    private static void writeBudgets(JsonGenerator out, Budgets budgets) {
        out.writeStartArray(null, 8);
        out.writeNumber(budgets.logins());
        out.writeNumber(budgets.sends());
        out.writeNumber(budgets.lastSendAt());
        out.writeNumber(budgets.wrongData().strangers());
        out.writeNumber(budgets.wrongData().known());
        out.writeNumber(budgets.wrongPins().fullAt());
        out.writeNumber(budgets.wrongPins().inARow());
        out.writeNumber(budgets.wrongPins().lastAt());
        out.writeEndArray();
    }

    private static Budgets readBudgets(EntryReader in) {
        in.startArray();
        long logins = in.time();
        long sends = in.time();
        long lastSendAt = in.time();
        WrongData data = new WrongData(in.time(), in.time());
        WrongPins pins = new WrongPins(in.time(), in.smallNumber(), in.time());
        in.endArray();
        return new Budgets(logins, sends, lastSendAt, data, pins);
    }
}
