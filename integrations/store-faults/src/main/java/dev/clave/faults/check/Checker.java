package dev.clave.faults.check;

import dev.clave.PinPolicy;
import dev.clave.faults.history.Call;
import dev.clave.faults.history.History;
import dev.clave.faults.history.Op;
import dev.clave.faults.history.Sent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges a history by all rules. */
public final class Checker {
    private final History history;
    private final PinPolicy policy;
    private final Findings findings;
    private final Map<String, LoginFile> logins = new LinkedHashMap<>();
    private final Map<String, List<Call>> identifications = new LinkedHashMap<>();
    private final Map<String, List<Call>> registers = new LinkedHashMap<>();

    private Checker(History history, PinPolicy policy) {
        this.history = history;
        this.policy = policy;
        this.findings = new Findings(history.clock());
    }

    /**
     * Judges a history.
     *
     * @param history what was written down
     * @param policy the numbers that held
     * @return all that is broken; empty for a clean run
     */
    public static List<Violation> check(History history, PinPolicy policy) {
        Checker checker = new Checker(history, policy);
        checker.file();
        checker.judge();
        return checker.findings.all();
    }

    private void file() {
        Map<String, String> loginOf = new LinkedHashMap<>();
        for (Call call : history.calls()) {
            if (call.op().isOfRegister()) {
                registers
                        .computeIfAbsent(call.subject(), key -> new ArrayList<>())
                        .add(call);
                continue;
            }
            if (call.op() == Op.IDENTIFY) {
                identifications
                        .computeIfAbsent(call.subject(), person -> new ArrayList<>())
                        .add(call);
            }
            if (!call.login().isEmpty()) {
                logins.computeIfAbsent(call.login(), LoginFile::new).add(call);
                loginOf.put(call.id(), call.login());
            }
        }
        for (Sent pin : history.sent()) {
            String login = loginOf.get(pin.call());
            if (login != null) {
                logins.computeIfAbsent(login, LoginFile::new).add(pin);
            }
        }
    }

    private void judge() {
        Map<String, List<LoginFile>> byPerson = new LinkedHashMap<>();
        for (LoginFile login : logins.values()) {
            new LoginRules(history, policy, findings, login).check();
            byPerson.computeIfAbsent(login.opened().subject(), person -> new ArrayList<>())
                    .add(login);
        }
        identifications.forEach((person, calls) -> new PersonRules(
                        history, policy, findings, person, calls, byPerson.getOrDefault(person, List.of()))
                .check());
        registers.forEach((key, calls) -> new RegisterRules(findings, key, calls).check());
    }
}
