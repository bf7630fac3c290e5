package dev.clave.faults.check;

import dev.clave.Budget;
import dev.clave.PinPolicy;
import dev.clave.Risk;
import dev.clave.faults.history.Call;
import dev.clave.faults.history.History;
import dev.clave.faults.history.Op;
import dev.clave.faults.history.RunClock;
import dev.clave.faults.history.Sent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A history made by hand. All times are in milliseconds, of a clock that begins at nothing. */
final class Story {
    static final long NEVER = -1;

    static final PinPolicy POLICY = PinPolicy.builder()
            .pinLife(Duration.ofSeconds(30))
            .loginLife(Duration.ofSeconds(90))
            .sendPause(Duration.ofSeconds(10))
            .wrongPins(new Budget(8, Duration.ofSeconds(20)))
            .logins(new Budget(5, Duration.ofSeconds(10)))
            .sends(new Budget(6, Duration.ofSeconds(15)))
            .acknowledge(Risk.OVER_ONE_IN_TEN_THOUSAND_A_DAY)
            .build();

    private static final long NANOS = 1_000_000;
    private static final long LIFE = 90_000;
    private static final long PIN_LIFE = 30_000;

    private final List<Call> calls = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final Set<String> audited = new HashSet<>();
    private final Set<String> repeated = new HashSet<>();

    /** A login of one person, with its first PIN: made at 25 ms, dead at 30,025. */
    static Story login() {
        return new Story().opened("L1", 0, 10).pin("L1", Op.OBTAIN, 1, 20, 40);
    }

    static Story empty() {
        return new Story();
    }

    /** Lives for 90 seconds from its beginning. */
    Story opened(String login, long from, long to) {
        return call(Op.IDENTIFY, login, 0, from, to, "Identified", from + LIFE);
    }

    /** Asks for a PIN that is made five milliseconds later and sent in the middle of the call. */
    Story pin(String login, Op op, int generation, long from, long to) {
        call(op, login, 0, from, to, "PinSent", 0);
        sent.add(new Sent(last().id(), (from + to) / 2 * NANOS, generation, from + 5 + PIN_LIFE));
        return this;
    }

    Story verify(int typed, long from, long to, String outcome, long value) {
        return call(Op.VERIFY, "L1", typed, from, to, outcome, value);
    }

    Story call(Op op, String login, int typed, long from, long to, String outcome, long value) {
        calls.add(new Call(
                "node" + calls.size() % 2 + "-" + calls.size(),
                op,
                "person-1",
                login,
                typed,
                "",
                from * NANOS,
                to == NEVER ? Call.OPEN : to * NANOS,
                outcome,
                value));
        return this;
    }

    /** The audit was told of a grant by the last call. */
    Story audited() {
        audited.add(last().id());
        return this;
    }

    /** The last call wrote again after a write had thrown. */
    Story wroteAgain() {
        repeated.add(last().id());
        return this;
    }

    Story read(String content, long version, long from, long to) {
        return register(Op.READ, content, "", version, from, to, content.isEmpty() ? "Empty" : "Read");
    }

    Story add(String content, long version, long from, long to, String outcome) {
        return register(Op.ADD, content, "", version, from, to, outcome);
    }

    Story replace(String seen, String content, long version, long from, long to, String outcome) {
        return register(Op.REPLACE, content, seen, version, from, to, outcome);
    }

    private Story register(Op op, String content, String seen, long version, long from, long to, String outcome) {
        calls.add(new Call(
                "node0-" + calls.size(),
                op,
                "register-0",
                content,
                0,
                seen,
                from * NANOS,
                to == NEVER ? Call.OPEN : to * NANOS,
                outcome,
                version));
        return this;
    }

    private Call last() {
        return calls.get(calls.size() - 1);
    }

    List<Violation> check() {
        History history = new History(new RunClock(0, 0, 1), calls, sent, audited, repeated, Set.of());
        return Checker.check(history, POLICY);
    }
}
