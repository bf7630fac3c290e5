package dev.clave.faults.check;

import dev.clave.PinPolicy;
import dev.clave.faults.history.Call;
import dev.clave.faults.history.History;
import dev.clave.faults.history.Op;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules that a single login must keep. */
final class LoginRules {
    private final History history;
    private final PinPolicy policy;
    private final Findings findings;
    private final LoginFile login;

    LoginRules(History history, PinPolicy policy, Findings findings, LoginFile login) {
        this.history = history;
        this.policy = policy;
        this.findings = findings;
        this.login = login;
    }

    void check() {
        grants();
        attempts();
        ends();
        pins();
        sends();
        life();
    }

    private void grants() {
        List<Call> grants = login.grants(history.audited());
        if (grants.size() > 1) {
            broken(Rule.ONE_GRANT, grants.toArray(Call[]::new));
        }
        for (Call grant : grants) {
            if (grant.told("Granted.OTHER_PERSON")) {
                broken(Rule.RIGHT_PERSON, grant);
            }
            if (grant.typed() == 0) {
                broken(Rule.PIN_WAS_SENT, grant);
            }
            if (isDead(grant)) {
                broken(Rule.PIN_LIFE, grant);
            }
            if (grant.typed() > 0 && isOld(grant)) {
                broken(Rule.NEWEST_PIN, grant);
            }
        }
    }

    private boolean isOld(Call grant) {
        return login.sent().stream().anyMatch(pin -> pin.generation() > grant.typed() && pin.at() < grant.begin());
    }

    private boolean isDead(Call grant) {
        return login.sent().stream()
                .anyMatch(pin -> pin.generation() == grant.typed()
                        && history.clock().millisAt(grant.begin()) >= pin.expiresAt());
    }

    /** Each wrong PIN has a place of its own among the allowed ones, and leaves no more than its place says. */
    private void attempts() {
        List<Call> wrong = login.wrong();
        int most = policy.wrongPinsPerLogin();
        if (wrong.size() > most) {
            broken(Rule.WRONG_PINS_ARE_COUNTED, wrong.toArray(Call[]::new));
        }
        for (int place = 1; place < most; place++) {
            int left = most - place;
            List<Call> leaving =
                    wrong.stream().filter(call -> call.value() >= left).toList();
            if (leaving.size() > place) {
                broken(Rule.ATTEMPTS_STAY_USED, leaving.toArray(Call[]::new));
            }
        }
        login.told(call -> call.told("PinSent") || call.told("WrongPin"))
                .filter(call -> call.value() > most - used(wrong, call) - (call.told("WrongPin") ? 1 : 0))
                .forEach(call -> broken(Rule.ATTEMPTS_STAY_USED, call));
    }

    private static long used(List<Call> wrong, Call later) {
        return wrong.stream().filter(call -> call.isBefore(later)).count();
    }

    private void ends() {
        Map<String, Call> ends = new LinkedHashMap<>();
        login.told(call -> end(call).isPresent())
                .forEach(call -> ends.putIfAbsent(end(call).orElseThrow(), call));
        List<Call> wrong = login.wrong();
        if (wrong.size() >= policy.wrongPinsPerLogin()) {
            ends.putIfAbsent("TOO_MANY_WRONG_PINS", wrong.get(policy.wrongPinsPerLogin() - 1));
        }
        if (ends.size() > 1) {
            broken(Rule.ONE_END, ends.values().toArray(Call[]::new));
        }
        firstEnd(wrong).ifPresent(this::stays);
    }

    private Optional<Call> firstEnd(List<Call> wrong) {
        Optional<Call> told = login.told(call -> end(call).isPresent()).min((a, b) -> Long.compare(a.end(), b.end()));
        if (wrong.size() < policy.wrongPinsPerLogin()) {
            return told;
        }
        Call last = wrong.get(policy.wrongPinsPerLogin() - 1);
        return told.filter(call -> call.end() < last.end()).or(() -> Optional.of(last));
    }

    private void stays(Call end) {
        login.told(end::isBefore)
                .filter(call -> !call.isUnknown())
                .filter(call -> call.told("Granted") || (end(call).isEmpty() && !isNotCurrent(call)))
                .forEach(call -> broken(Rule.OVER_STAYS_OVER, end, call));
    }

    /** How a login has ended, by what a call was told; empty where it says nothing of the kind. */
    private static Optional<String> end(Call call) {
        if (call.told("Granted")) {
            return Optional.of("ALREADY_USED");
        }
        String reason = call.outcome().substring(call.outcome().indexOf('.') + 1);
        boolean over =
                reason.equals("ALREADY_USED") || reason.equals("TOO_MANY_WRONG_PINS") || reason.equals("CANCELLED");
        return over ? Optional.of(reason) : Optional.empty();
    }

    static boolean isNotCurrent(Call call) {
        return call.outcome().endsWith(".NOT_CURRENT");
    }

    private void pins() {
        login.told(call -> call.told("WrongPin") && call.typed() > 0)
                .filter(call -> isKnown(call.typed()) && !login.mayHaveNewerThan(call.typed(), call))
                .forEach(call -> broken(Rule.PIN_IS_KEPT, call));
        login.told(call -> call.outcome().endsWith(".NO_PIN_YET"))
                .filter(call -> login.sent().stream().anyMatch(pin -> pin.at() < call.begin()))
                .forEach(call -> broken(Rule.PIN_IS_KEPT, call));
        login.told(call -> call.told("PinSent") && !wasSent(call)).forEach(call -> broken(Rule.TOLD_AS_SENT, call));
        login.calls().stream()
                .filter(call -> history.repeated().contains(call.id()))
                .forEach(call -> broken(Rule.NO_WRITE_AFTER_A_THROW, call));
    }

    private boolean isKnown(int generation) {
        return login.sent().stream().anyMatch(pin -> pin.generation() == generation);
    }

    /** Only who asks for the first PIN is also answered with one that is there already. */
    private boolean wasSent(Call call) {
        return login.sentBy(call) > 0
                || (call.op() == Op.OBTAIN
                        && (login.mayHaveNewerThan(0, call)
                                || login.sent().stream().anyMatch(pin -> pin.at() < call.end())));
    }

    private void life() {
        login.told(call -> !call.isUnknown() && !isNotCurrent(call))
                .filter(call ->
                        history.clock().millisAt(call.begin()) >= login.opened().value())
                .forEach(call -> broken(Rule.LOGIN_LIFE, call));
    }

    private void sends() {
        if (login.sent().size() > policy.sendsPerLogin()) {
            broken(Rule.SEND_BUDGET, login.opened());
        }
    }

    private void broken(Rule rule, Call... calls) {
        findings.add(rule, login.id(), calls);
    }
}
