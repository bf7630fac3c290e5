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
import dev.clave.spi.Route;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a person. It is kept flat, as one object in the place of eight, for a million of them live at once; whoever asks for the state gets
 * the records.
 */
final class PersonEntry extends Entry {
    private static final Login NO_LOGIN =
            new Login(new LoginId(0, 0), PurposeKind.IDENTIFICATION, 0, Login.Phase.OPEN, 0, 0, null);
    private static final LivePin NO_PIN = new LivePin(new Proof(0, 0, 0, 0), "", 0, new Code(0), Route.SMS, 0, null);

    private final boolean hasLogin;
    private final long loginHigh;
    private final long loginLow;
    private final PurposeKind purpose;
    private final long openedAt;
    private final Login.Phase phase;
    private final int wrongPinsOfLogin;
    private final int sendsOfLogin;

    private final boolean hasPin;
    private final long proofA;
    private final long proofB;
    private final long proofC;
    private final long proofD;
    private final String keyId;
    private final int generation;
    private final int code;
    private final Route route;
    private final long madeAt;
    private final @Nullable SealedPin sealed;

    private final long logins;
    private final long sends;
    private final long lastSendAt;
    private final WrongData wrongData;
    private final WrongPins wrongPins;

    PersonEntry(long version, long keepUntil, PersonState state) {
        this(version, keepUntil, state.login(), state.budgets());
    }

    private PersonEntry(long version, long keepUntil, @Nullable Login login, Budgets budgets) {
        this(version, keepUntil, login != null, login == null ? NO_LOGIN : login, budgets);
    }

    private PersonEntry(long version, long keepUntil, boolean hasLogin, Login login, Budgets budgets) {
        super(version, keepUntil);
        this.hasLogin = hasLogin;
        loginHigh = login.id().high();
        loginLow = login.id().low();
        purpose = login.purpose();
        openedAt = login.openedAt();
        phase = login.phase();
        wrongPinsOfLogin = login.wrongPins();
        sendsOfLogin = login.sends();
        hasPin = login.pin() != null;
        LivePin pin = login.pin() == null ? NO_PIN : login.pin();
        proofA = pin.proof().a();
        proofB = pin.proof().b();
        proofC = pin.proof().c();
        proofD = pin.proof().d();
        keyId = pin.keyId();
        generation = pin.generation();
        code = pin.code().packed();
        route = pin.route();
        madeAt = pin.madeAt();
        sealed = pin.sealed();
        logins = budgets.logins();
        sends = budgets.sends();
        lastSendAt = budgets.lastSendAt();
        wrongData = budgets.wrongData();
        wrongPins = budgets.wrongPins();
    }

    @Override
    PersonState state() {
        return new PersonState(login(), new Budgets(logins, sends, lastSendAt, wrongData, wrongPins));
    }

    private @Nullable Login login() {
        return hasLogin
                ? new Login(
                        new LoginId(loginHigh, loginLow),
                        purpose,
                        openedAt,
                        phase,
                        wrongPinsOfLogin,
                        sendsOfLogin,
                        pin())
                : null;
    }

    private @Nullable LivePin pin() {
        return hasPin
                ? new LivePin(
                        new Proof(proofA, proofB, proofC, proofD),
                        keyId,
                        generation,
                        new Code(code),
                        route,
                        madeAt,
                        sealed)
                : null;
    }
}
