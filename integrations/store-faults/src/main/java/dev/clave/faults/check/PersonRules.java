package dev.clave.faults.check;

import dev.clave.Budget;
import dev.clave.PinPolicy;
import dev.clave.faults.history.Call;
import dev.clave.faults.history.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rules for all logins of a person together. */
final class PersonRules {
    private final History history;
    private final PinPolicy policy;
    private final Findings findings;
    private final String person;
    private final List<Call> identifications;
    private final List<LoginFile> logins;

    PersonRules(
            History history,
            PinPolicy policy,
            Findings findings,
            String person,
            List<Call> identifications,
            List<LoginFile> logins) {
        this.history = history;
        this.policy = policy;
        this.findings = findings;
        this.person = person;
        this.identifications = identifications;
        this.logins = logins;
    }

    void check() {
        for (LoginFile login : logins) {
            replaced(login);
            kept(login);
        }
        inAnyTime(
                Rule.WRONG_PIN_BUDGET,
                logins.stream().flatMap(login -> login.wrong().stream()).toList(),
                policy.wrongPins());
        inAnyTime(Rule.LOGIN_BUDGET, logins.stream().map(LoginFile::opened).toList(), policy.logins());
        sends();
        identifications.stream()
                .filter(call -> history.repeated().contains(call.id()))
                .forEach(call -> findings.add(Rule.NO_WRITE_AFTER_A_THROW, person, call));
    }

    private void replaced(LoginFile login) {
        logins.stream()
                .map(LoginFile::opened)
                .filter(login.opened()::isBefore)
                .min(Comparator.comparingLong(Call::end))
                .ifPresent(later -> login.told(later::isBefore)
                        .filter(call -> !call.isUnknown() && !LoginRules.isNotCurrent(call))
                        .forEach(call -> findings.add(Rule.REPLACED_IS_DEAD, login.id(), later, call)));
    }

    private void kept(LoginFile login) {
        login.told(LoginRules::isNotCurrent)
                .filter(call ->
                        history.clock().millisAt(call.end()) < login.opened().value())
                .filter(call -> identifications.stream().noneMatch(other -> mayHaveReplaced(login, other, call)))
                .forEach(call -> findings.add(Rule.LOGIN_IS_KEPT, login.id(), login.opened(), call));
    }

    /** What came without an answer may be done at any time later: the server can have it in its queue. */
    private static boolean mayHaveReplaced(LoginFile login, Call other, Call answer) {
        boolean opens = other.isUnknown()
                || (other.told("Identified") && other.end() > login.opened().begin());
        return opens && !other.id().equals(login.opened().id()) && other.begin() < answer.end();
    }

    /** In no window from the begin of one to the end of another lie more of them than a full bucket and its refill. */
    private void inAnyTime(Rule rule, List<Call> charged, Budget budget) {
        List<Call> byEnd =
                charged.stream().sorted(Comparator.comparingLong(Call::end)).toList();
        for (Call first : charged) {
            long from = history.clock().millisAt(first.begin());
            int count = 0;
            for (Call last : byEnd) {
                count += last.begin() >= first.begin() ? 1 : 0;
                long window = history.clock().millisAt(last.end()) - from;
                if (window >= 0 && count > budget.burst() + window / budget.refillMillis()) {
                    findings.add(rule, person, first, last);
                    return;
                }
            }
        }
    }

    /** When a PIN was made is known to the millisecond: a whole life before it dies. */
    private void sends() {
        List<Long> made = new ArrayList<>();
        for (LoginFile login : logins) {
            login.sent()
                    .forEach(pin -> made.add(pin.expiresAt() - policy.pinLife().toMillis()));
        }
        made.sort(Comparator.naturalOrder());
        long fullAt = 0;
        long last = 0;
        for (long at : made) {
            if (last > 0 && at - last < policy.sendPause().toMillis()) {
                findings.add(Rule.SEND_PAUSE, person);
            }
            long charged = Math.max(fullAt, at) + policy.sends().refillMillis();
            if (charged - at > policy.sends().fullMillis()) {
                findings.add(Rule.SEND_BUDGET, person);
            }
            fullAt = charged;
            last = at;
        }
    }
}
