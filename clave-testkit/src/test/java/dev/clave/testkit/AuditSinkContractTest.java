package dev.clave.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.clave.spi.AuditEvent;
import dev.clave.spi.AuditSink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract for sinks is tried on sinks that are broken on purpose. */
class AuditSinkContractTest {
    private static Journal journal = new Journal();

    /** A sink that keeps every rule. Saboteurs break one thing of it. */
    private static class Journal implements AuditSink {
        final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void record(AuditEvent event) {
            Objects.requireNonNull(event);
            write(line(event));
        }

        String line(AuditEvent event) {
            return event.toString().replace("\r", "\\r").replace("\n", "\\n");
        }

        void write(String line) {
            lines.add(line);
        }

        AuditSink broken() {
            RecordingAudit broken = new RecordingAudit();
            broken.failAlways();
            return broken;
        }
    }

    static class Subject extends AuditSinkContract {
        @Override
        protected AuditSink sink() {
            journal.lines.clear();
            return journal;
        }

        @Override
        protected List<String> records() {
            return List.copyOf(journal.lines);
        }

        @Override
        protected Optional<AuditSink> brokenSink() {
            return Optional.of(journal.broken());
        }
    }

    private static Map<String, Journal> saboteurs() {
        Map<String, Journal> all = new LinkedHashMap<>();
        all.put("Rule 01", new Journal() {
            private int sinceStart;

            @Override
            public void record(AuditEvent event) {
                super.record(event);
                if (++sinceStart == 1) {
                    super.record(event);
                }
            }
        });
        all.put("Rule 02", new Journal() {
            @Override
            String line(AuditEvent event) {
                return event instanceof AuditEvent.LoginOpened
                        ? super.line(event).replace("00112233445566778899aabbccddeeff", "")
                        : super.line(event);
            }
        });
        all.put("Rule 03", new Journal() {
            @Override
            String line(AuditEvent event) {
                return event instanceof AuditEvent.IdentificationRefused refused
                        ? "IdentificationRefused " + refused.subject()
                        : super.line(event);
            }
        });
        all.put("Rule 04", new Journal() {
            @Override
            void write(String line) {
                lines.add(lines.size() % 20 == 19 ? lines.size() - 1 : lines.size(), line);
            }
        });
        all.put("Rule 05", new Journal() {
            private final Meeting meeting = new Meeting();
            private volatile String buffer = "";

            @Override
            void write(String line) {
                buffer = line;
                meeting.meet("buffer");
                super.write(buffer);
            }
        });
        all.put("Rule 06", new Journal() {
            @Override
            String line(AuditEvent event) {
                return event.toString();
            }
        });
        all.put("Rule 07", new Journal() {
            @Override
            AuditSink broken() {
                return event -> {};
            }
        });
        all.put("Rule 08", new Journal() {
            @Override
            public void record(AuditEvent event) {
                if (!Objects.isNull(event)) {
                    super.record(event);
                }
            }
        });
        return all;
    }

    private static ContractRun run(Journal how) {
        journal = how;
        return ContractRun.of(Subject.class);
    }

    @Test
    void a_sound_sink_passes_every_rule_and_every_rule_has_a_saboteur() {
        ContractRun run = run(new Journal());
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).containsExactlyElementsOf(saboteurs().keySet());
    }

    @Test
    void every_kind_of_event_is_among_those_that_are_recorded() {
        assertThat(AuditSinkContract.everyKind("subject"))
                .<Class<?>>extracting(Object::getClass)
                .containsExactlyInAnyOrder(AuditEvent.class.getPermittedSubclasses());
    }

    /** Sinks that know nothing of devices, or not all. */
    @TestFactory
    Stream<DynamicTest> a_saboteur_that_forgets_devices_fails_its_rule_alone() {
        List<String> all = List.copyOf(saboteurs().keySet());
        Map<String, UnaryOperator<String>> forgetful = Map.of(
                "Rule 02", line -> line.replace("ffeeddccbbaa99887766554433221100", "a device"),
                "Rule 03", line -> line.startsWith("LoginDisowned") ? line.replaceAll("generation=\\d", "") : line);
        return forgetful.entrySet().stream()
                .map(saboteur -> dynamicTest(
                        saboteur.getKey(),
                        () -> run(new Journal() {
                                    @Override
                                    String line(AuditEvent event) {
                                        return saboteur.getValue().apply(super.line(event));
                                    }
                                })
                                .assertOnlyFailed(saboteur.getKey(), all)));
    }

    @TestFactory
    Stream<DynamicTest> a_saboteur_fails_its_rule_alone() {
        List<String> all = List.copyOf(saboteurs().keySet());
        return saboteurs().entrySet().stream()
                .map(saboteur -> dynamicTest(
                        saboteur.getKey(), () -> run(saboteur.getValue()).assertOnlyFailed(saboteur.getKey(), all)));
    }
}
