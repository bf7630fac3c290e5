package dev.clave.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** One run of a contract: which rules failed with what message, which were skipped, which passed. */
record ContractRun(Map<String, String> failed, Map<String, String> skipped, List<String> passed) {

    static ContractRun of(Class<?> contract) {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
        Map<String, String> failed = new TreeMap<>();
        Map<String, String> skipped = new TreeMap<>();
        tests.failed().stream().forEach(event -> failed.put(rule(event), message(event)));
        tests.aborted().stream().forEach(event -> skipped.put(rule(event), message(event)));
        List<String> passed =
                tests.succeeded().stream().map(ContractRun::rule).sorted().toList();
        return new ContractRun(failed, skipped, passed);
    }

    /** Fails unless exactly this rule failed, with a message of its own, and every other one of them all passed. */
    void assertOnlyFailed(String rule, List<String> all) {
        assertThat(failed).as("rules that failed").containsOnlyKeys(rule);
        assertThat(failed.get(rule)).startsWith(rule + ": ");
        TreeSet<String> others = new TreeSet<>(all);
        others.remove(rule);
        assertThat(passed).as("rules that passed").containsExactlyElementsOf(others);
    }

    private static String rule(Event event) {
        return event.getTestDescriptor().getDisplayName().substring(0, "Rule 00".length());
    }

    private static String message(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::getMessage)
                .orElse("");
    }
}
