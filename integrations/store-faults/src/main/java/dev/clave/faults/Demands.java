package dev.clave.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must happen in a run, so that its silence proves something. */
final class Demands {
    private static final long GRANTS = 10;
    private static final long RACED = 50;
    private static final long SWALLOWED = 3;
    private static final List<String> OUTCOMES = List.of(
            "Granted",
            "WrongPin",
            "PinSent",
            "TryLater",
            "Denied.ALREADY_USED",
            "Denied.TOO_MANY_WRONG_PINS",
            "Denied.PIN_EXPIRED",
            "Denied.NOT_CURRENT",
            "Denied.CANCELLED",
            "Reason.CANCELLED",
            "Reason.ALREADY_USED");

    private final RunReport report;
    private final List<String> missing = new ArrayList<>();

    Demands(RunReport report) {
        this.report = report;
    }

    List<String> missing() {
        for (int i = 0; i < report.phases().size(); i++) {
            if (report.phases().get(i).fault().isPresent()) {
                fault(report.phases().get(i), report.around(i));
            }
        }
        need("logins raced by two nodes", report.raced(), RACED);
        OUTCOMES.forEach(outcome -> need(outcome, report.told(outcome), 1));
        return missing;
    }

    private void fault(Phase fault, List<Phase> around) {
        for (Phase phase : around) {
            need("grants around " + fault.name() + ", " + phase.name(), report.grants(phase), GRANTS);
        }
        need("blows of " + fault.name(), fault.blows(), 2);
        need("calls without an answer under " + fault.name(), report.unknown(fault), leastUnknown(fault));
        if (fault.fault().equals(Optional.of(Fault.CUT_ANSWERS))) {
            need("answers that were swallowed", fault.swallowed(), SWALLOWED);
            need("writes of which nobody knows", report.unknownWrites(fault), SWALLOWED);
        }
    }

    /** A node that is killed may be idle at that moment; a server that is gone is missed by somebody. */
    private static long leastUnknown(Phase fault) {
        return fault.fault().equals(Optional.of(Fault.KILL_NODE)) ? Math.max(1, fault.blows() / 4) : fault.blows();
    }

    private void need(String what, long seen, long least) {
        if (seen < least) {
            missing.add(what + ": " + seen + ", at least " + least + " were wanted");
        }
    }
}
