package dev.clave.faults.check;

import dev.clave.faults.history.Call;
import dev.clave.faults.history.RunClock;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is broken, with the calls that show it. */
final class Findings {
    private final RunClock clock;
    private final List<Violation> violations = new ArrayList<>();

    Findings(RunClock clock) {
        this.clock = clock;
    }

    void add(Rule rule, String subject, Call... calls) {
        StringBuilder text = new StringBuilder();
        for (Call call : calls) {
            text.append(text.isEmpty() ? "" : "; ").append(describe(call));
        }
        violations.add(new Violation(rule, subject, text.toString()));
    }

    List<Violation> all() {
        return List.copyOf(violations);
    }

    private String describe(Call call) {
        String end = call.end() == Call.OPEN ? "never" : call.end() + " (" + clock.millisAt(call.end()) + " ms)";
        return call.op() + " " + call.id() + " [" + call.begin() + " (" + clock.millisAt(call.begin()) + " ms) to "
                + end + "] typed " + call.typed() + " told " + call.outcome() + " " + call.value();
    }
}
