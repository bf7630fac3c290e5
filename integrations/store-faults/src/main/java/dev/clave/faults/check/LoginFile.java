package dev.clave.faults.check;

import dev.clave.faults.history.Call;
import dev.clave.faults.history.Op;
import dev.clave.faults.history.Sent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is known of one login. */
final class LoginFile {
    private final String id;
    private final List<Call> calls = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private @Nullable Call opened;

    LoginFile(String id) {
        this.id = id;
    }

    void add(Call call) {
        if (call.op() == Op.IDENTIFY) {
            opened = call;
        } else {
            calls.add(call);
        }
    }

    void add(Sent pin) {
        sent.add(pin);
    }

    String id() {
        return id;
    }

    Call opened() {
        if (opened == null) {
            throw new IllegalStateException("a login was used that nobody was told of: " + id);
        }
        return opened;
    }

    List<Call> calls() {
        return calls;
    }

    List<Sent> sent() {
        return sent;
    }

    Stream<Call> told(Predicate<Call> kind) {
        return calls.stream().filter(call -> call.end() != Call.OPEN).filter(kind);
    }

    List<Call> wrong() {
        return told(call -> call.told("WrongPin"))
                .sorted(Comparator.comparingLong(Call::end))
                .toList();
    }

    /** Told as a grant, or known to the audit as one. */
    List<Call> grants(Set<String> audited) {
        return calls.stream()
                .filter(call -> call.outcome().startsWith("Granted") || audited.contains(call.id()))
                .toList();
    }

    /** Whether another call may have put a later PIN in the place of this one before an answer came. */
    boolean mayHaveNewerThan(int generation, Call answer) {
        return calls.stream()
                .filter(call -> call.op() == Op.OBTAIN || call.op() == Op.AGAIN)
                .filter(call -> call.begin() < answer.end())
                .anyMatch(call -> call.isUnknown() || sentBy(call) > generation);
    }

    /** The generation that a call sent, 0 for none. */
    int sentBy(Call call) {
        return sent.stream()
                .filter(pin -> pin.call().equals(call.id()))
                .mapToInt(Sent::generation)
                .findFirst()
                .orElse(0);
    }
}
