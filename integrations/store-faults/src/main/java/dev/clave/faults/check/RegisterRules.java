package dev.clave.faults.check;

import dev.clave.faults.history.Call;
import dev.clave.faults.history.Op;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules for one key of the register, where each write has a content of its own and names the one that it replaces. */
final class RegisterRules {
    private static final String NONE = "";

    private final Findings findings;
    private final String key;
    private final List<Call> reads;
    private final Map<String, Call> writes = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Map<String, Call> successors = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    RegisterRules(Findings findings, String key, List<Call> calls) {
        this.findings = findings;
        this.key = key;
        this.reads = calls.stream()
                .filter(call -> call.op() == Op.READ && !call.isUnknown())
                .sorted(Comparator.comparingLong(Call::begin))
                .toList();
        calls.stream().filter(call -> call.op() != Op.READ).forEach(call -> writes.put(call.login(), call));
    }

    void check() {
        seen();
        chain();
        answers();
        kept();
        inOrder();
    }

    /** Done is what was answered true, and what somebody has read. */
    private void seen() {
        for (Call write : writes.values()) {
            if (write.told("True")) {
                done.add(write.login());
            }
        }
        for (Call read : reads) {
            Call write = writes.get(read.login());
            if (read.told("Empty")) {
                continue;
            }
            if (write == null || write.begin() > read.end()) {
                broken(Rule.READ_WAS_WRITTEN, read);
            } else {
                done.add(read.login());
                if (write.value() >= 0 && write.value() != read.value()) {
                    broken(Rule.VERSIONS_GROW, write, read);
                }
            }
        }
    }

    private void chain() {
        for (String content : done) {
            Call write = write(content);
            Call other = successors.putIfAbsent(write.seen(), write);
            if (other != null) {
                broken(Rule.ONE_SUCCESSOR, other, write);
            }
        }
        int place = 0;
        long version = Long.MIN_VALUE;
        Call next = successors.get(NONE);
        while (next != null && places.putIfAbsent(next.login(), place++) == null) {
            if (next.value() >= 0 && next.value() <= version) {
                broken(Rule.VERSIONS_GROW, next);
            }
            version = Math.max(version, next.value());
            next = successors.get(next.login());
        }
    }

    private void answers() {
        for (Call write : writes.values()) {
            if (write.told("False") && done.contains(write.login())) {
                broken(Rule.FALSE_WAS_NOT_DONE, write);
            }
            Call other = successors.get(write.seen());
            if (write.told("False") && (other == null || other.begin() > write.end())) {
                broken(Rule.FALSE_HAS_A_REASON, write);
            }
        }
    }

    private void kept() {
        if (reads.isEmpty()) {
            return;
        }
        Call last = reads.get(reads.size() - 1);
        Set<String> line = new HashSet<>();
        @Nullable Call at = writes.get(last.login());
        while (at != null && line.add(at.login())) {
            at = writes.get(at.seen());
        }
        writes.values().stream()
                .filter(write -> write.told("True") && write.isBefore(last) && !line.contains(write.login()))
                .forEach(write -> broken(Rule.TRUE_IS_KEPT, write, last));
    }

    /** Goes along the reads by their begin, and knows the furthest place that was told before. */
    private void inOrder() {
        List<Call> told = writes.values().stream()
                .filter(write -> write.told("True"))
                .collect(Collectors.toCollection(ArrayList::new));
        told.addAll(reads);
        told.sort(Comparator.comparingLong(Call::end));
        int furthest = -1;
        int next = 0;
        for (Call read : reads) {
            while (next < told.size() && told.get(next).isBefore(read)) {
                furthest = Math.max(furthest, place(told.get(next++)));
            }
            if (place(read) < furthest) {
                broken(Rule.READ_IS_NOT_OLD, read);
            }
        }
    }

    /** Where in the chain; before its beginning for nothing, and for what is not of the chain, which other rules name. */
    private int place(Call call) {
        return places.getOrDefault(call.login(), -1);
    }

    private Call write(String content) {
        return Objects.requireNonNull(writes.get(content));
    }

    private void broken(Rule rule, Call... calls) {
        findings.add(rule, key, calls);
    }
}
