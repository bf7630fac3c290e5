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

/** What is remembered of a person, as two nested arrays: the login, or null, and the budgets. */
final class PersonCodec {
    /** The format since which a PIN may be sealed to a device. */
    private static final int WITH_SEALED = 2;

    /** The encapsulated key, and at most a PIN and a summary with a tag. */
    private static final int LONGEST_SEALED = 512;

    private PersonCodec() {}

    static void write(JsonGenerator out, PersonState state) {
        writeLogin(out, state.login());
        writeBudgets(out, state.budgets());
    }

    static PersonState read(EntryReader in, int format) {
        Login login = in.startsArrayOrNull() ? readLogin(in, format) : null;
        return new PersonState(login, readBudgets(in));
    }

    private static void writeLogin(JsonGenerator out, @Nullable Login login) {
        if (login == null) {
            out.writeNull();
            return;
        }
        out.writeStartArray(null, 7);
        out.writeBinary(login.id().bytes());
        out.writeString(login.purpose().name());
        out.writeNumber(login.openedAt());
        out.writeString(login.phase().name());
        out.writeNumber(login.wrongPins());
        out.writeNumber(login.sends());
        writePin(out, login.pin());
        out.writeEndArray();
    }

    private static Login readLogin(EntryReader in, int format) {
        Login login = new Login(
                LoginId.of(in.bytes(LoginId.BYTES)),
                in.oneOf(PurposeKind.class),
                in.time(),
                in.oneOf(Login.Phase.class),
                in.smallNumber(),
                in.smallNumber(),
                in.startsArrayOrNull() ? readPin(in, format) : null);
        in.endArray();
        return login;
    }

    private static void writePin(JsonGenerator out, @Nullable LivePin pin) {
        if (pin == null) {
            out.writeNull();
            return;
        }
        out.writeStartArray(null, 7);
        out.writeBinary(pin.proof().bytes());
        out.writeString(pin.keyId());
        out.writeNumber(pin.generation());
        out.writeNumber(pin.code().packed());
        out.writeString(pin.route().name());
        out.writeNumber(pin.madeAt());
        writeSealed(out, pin.sealed());
        out.writeEndArray();
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

    private static LivePin readPin(EntryReader in, int format) {
        LivePin pin = new LivePin(
                Proof.of(in.bytes(Proof.BYTES)),
                in.name(),
                in.smallNumber(),
                new Code(in.code()),
                in.oneOf(Route.class),
                in.time(),
                format < WITH_SEALED ? null : readSealed(in));
        in.endArray();
        return pin;
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
