package dev.clave.faults;

import dev.clave.faults.check.Rule;
import dev.clave.faults.check.Violation;
import dev.clave.faults.history.Call;
import dev.clave.faults.history.History;
import dev.clave.faults.history.Op;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What came of a run.
 *
 * @param plan what was done
 * @param phases its parts
 * @param history what the nodes wrote down
 * @param violations the rules that were broken
 * @param folder where histories and logs are, if any rule was
 */
public record RunReport(RunPlan plan, List<Phase> phases, History history, List<Violation> violations, Path folder) {
    private static final String HEAD = """
            | while       | seconds | blows |  calls | grants | wrong PINs | unknown calls | unknown writes | answers swallowed |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|
            """;

    /**
     * The rules that were broken.
     *
     * @return each once
     */
    public Set<Rule> broken() {
        return violations.stream().map(Violation::rule).collect(Collectors.toSet());
    }

    /** Deletes the histories and logs of a run that was expected to break rules. */
    public void discard() {
        new RunFolder(folder).delete();
    }

    long count(Phase phase, Predicate<Call> kind) {
        return history.calls().stream()
                .filter(call -> !call.op().isOfRegister() && phase.has(call.begin()))
                .filter(kind)
                .count();
    }

    long grants(Phase phase) {
        return count(phase, call -> call.told("Granted"));
    }

    long unknown(Phase phase) {
        return count(phase, Call::isUnknown);
    }

    /** Calls in which a write threw, or which never came back. */
    long unknownWrites(Phase phase) {
        return count(
                phase,
                call -> call.end() == Call.OPEN || history.unknownWrites().contains(call.id()));
    }

    long told(String outcome) {
        return history.calls().stream().filter(call -> call.told(outcome)).count();
    }

    long logins() {
        return history.calls().stream().filter(call -> call.told("Identified")).count();
    }

    /** Logins for which two nodes were comparing PINs at the same time. */
    long raced() {
        Map<String, List<Call>> verifies = history.calls().stream()
                .filter(call -> call.op() == Op.VERIFY)
                .collect(Collectors.groupingBy(Call::login));
        return verifies.values().stream().filter(RunReport::overlap).count();
    }

    private static boolean overlap(List<Call> calls) {
        return calls.stream()
                .anyMatch(one -> calls.stream()
                        .anyMatch(other -> !node(one).equals(node(other))
                                && one.begin() < other.end()
                                && other.begin() < one.end()));
    }

    private static String node(Call call) {
        return call.id().substring(0, call.id().indexOf('-'));
    }

    long register(Predicate<Call> kind) {
        return history.calls().stream()
                .filter(call -> call.op().isOfRegister())
                .filter(kind)
                .count();
    }

    /**
     * A table for people, and below it what is broken.
     *
     * @return lines of Markdown
     */
    public String text() {
        StringBuilder text = new StringBuilder(HEAD);
        phases.forEach(phase -> text.append(row(phase)));
        text.append(summary());
        violations.stream()
                .limit(20)
                .forEach(violation -> text.append(violation).append('\n'));
        return text.toString();
    }

    private String summary() {
        return String.format(
                Locale.ROOT,
                "%n%s: %d logins checked, %d raced by two nodes; register: %d writes done, %d refused, %d unknown, %d"
                        + " reads; violations: %d%n",
                plan.engine(),
                logins(),
                raced(),
                register(call -> call.told("True")),
                register(call -> call.told("False")),
                register(call -> call.op() != Op.READ && call.isUnknown()),
                register(call -> call.op() == Op.READ),
                violations.size());
    }

    private String row(Phase phase) {
        return String.format(
                Locale.ROOT,
                "| %-11s | %7s | %5s | %6s | %6s | %10s | %13s | %14s | %17s |%n",
                phase.name(),
                (phase.to() - phase.from()) / 1_000_000_000,
                phase.blows(),
                count(phase, call -> true),
                grants(phase),
                count(phase, call -> call.told("WrongPin")),
                unknown(phase),
                unknownWrites(phase),
                phase.swallowed());
    }

    /**
     * What was to happen and did not, so that a run that proves nothing does not pass.
     *
     * @return sentences; empty for a run that proves something
     */
    public List<String> missing() {
        return new Demands(this).missing();
    }

    List<Phase> around(int index) {
        return new ArrayList<>(phases.subList(index - 1, index + 2));
    }
}
