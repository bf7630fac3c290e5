package dev.clave.internal.entries;

import dev.clave.internal.state.Budgets;
import dev.clave.internal.state.Login;
import dev.clave.internal.state.PersonState;
import dev.clave.internal.state.WrongData;
import dev.clave.internal.state.WrongPins;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a person. The state and its budgets lie flat in it, as one object in the place of three, for a million of them live at once. The login
 * is kept as it is: nothing is made of it for who does not ask for it, so that a refusal takes the same work with a login and without.
 */
final class PersonEntry extends Entry {
    private final @Nullable Login login;
    private final long logins;
    private final long sends;
    private final long lastSendAt;
    private final WrongData wrongData;
    private final WrongPins wrongPins;

    PersonEntry(long version, long keepUntil, PersonState state) {
        super(version, keepUntil);
        Budgets budgets = state.budgets();
        login = state.login();
        logins = budgets.logins();
        sends = budgets.sends();
        lastSendAt = budgets.lastSendAt();
        wrongData = budgets.wrongData().shared();
        wrongPins = budgets.wrongPins().shared();
    }

    @Override
    PersonState state() {
        return new PersonState(login, new Budgets(logins, sends, lastSendAt, wrongData, wrongPins));
    }
}
