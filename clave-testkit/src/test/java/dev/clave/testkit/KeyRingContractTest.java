package dev.clave.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.clave.spi.HostKey;
import dev.clave.spi.KeyRing;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract for key rings is tried on rings that are broken on purpose. */
class KeyRingContractTest {
    private static Supplier<Ring> underTest = Ring::new;

    /** A ring that keeps every rule. Saboteurs break one thing of it. */
    private static class Ring implements KeyRing {
        final FakeKeyRing keys = FakeKeyRing.fixed();

        @Override
        public HostKey current() {
            return keys.current();
        }

        @Override
        public Optional<HostKey> find(String id) {
            return keys.find(id);
        }

        @Override
        public HostKey subject() {
            return keys.subject();
        }

        String announceNext() {
            return keys.announceNext().id();
        }

        void rotate() {
            keys.rotate();
        }

        KeyRing unreachable() {
            FakeKeyRing broken = FakeKeyRing.fixed();
            broken.failAlways();
            return broken;
        }
    }

    static class Subject extends KeyRingContract {
        private final Ring ring = underTest.get();

        @Override
        protected KeyRing ring() {
            return ring;
        }

        @Override
        protected Optional<String> announceNext() {
            return Optional.of(ring.announceNext());
        }

        @Override
        protected boolean rotate() {
            ring.rotate();
            return true;
        }

        @Override
        protected Optional<KeyRing> unreachableRing() {
            return Optional.of(ring.unreachable());
        }
    }

    private static Map<String, Supplier<Ring>> saboteurs() {
        Map<String, Supplier<Ring>> all = new LinkedHashMap<>();
        all.put("Rule 01", () -> new Ring() {
            private int calls;

            @Override
            public HostKey subject() {
                if (++calls == 4) {
                    return keys.replaceSubject();
                }
                return super.subject();
            }
        });
        all.put("Rule 02", CurrentIsNotKept::new);
        all.put("Rule 03", () -> new Ring() {
            @Override
            public Optional<HostKey> find(String id) {
                return super.find(id.strip());
            }
        });
        all.put("Rule 04", () -> new Ring() {
            @Override
            public Optional<HostKey> find(String id) {
                return id.equals(subject().id()) ? Optional.of(subject()) : super.find(id);
            }
        });
        all.put("Rule 05", () -> new Ring() {
            @Override
            String announceNext() {
                return keys.rotate().id();
            }
        });
        all.put("Rule 06", () -> new Ring() {
            @Override
            void rotate() {
                // Nothing turns, so that no other rule sees a change.
            }
        });
        all.put("Rule 07", () -> new Ring() {
            @Override
            void rotate() {
                super.rotate();
                keys.replaceSubject();
            }
        });
        all.put("Rule 08", CurrentBeforeItIsFound::new);
        all.put("Rule 09", () -> new Ring() {
            @Override
            public String toString() {
                return HexFormat.of().formatHex(current().revealMaterial());
            }
        });
        all.put("Rule 10", () -> new Ring() {
            @Override
            KeyRing unreachable() {
                KeyRing broken = super.unreachable();
                return new Ring() {
                    @Override
                    public HostKey current() {
                        return broken.current();
                    }

                    @Override
                    public HostKey subject() {
                        return broken.subject();
                    }

                    @Override
                    public Optional<HostKey> find(String id) {
                        return Optional.empty();
                    }
                };
            }
        });
        return all;
    }

    /** Finds the first key only once another one is current. */
    private static final class CurrentIsNotKept extends Ring {
        private final String first = keys.current().id();

        @Override
        public Optional<HostKey> find(String id) {
            return id.equals(first) && current().id().equals(first) ? Optional.empty() : super.find(id);
        }
    }

    /** Makes a key current and gives it to those who look for it once one of them has missed it, if one comes. */
    private static final class CurrentBeforeItIsFound extends Ring {
        private static final long PATIENCE = 50_000_000;

        private volatile String notYet = "";
        private volatile boolean missed;

        @Override
        public Optional<HostKey> find(String id) {
            if (id.equals(notYet)) {
                missed = true;
                return Optional.empty();
            }
            return super.find(id);
        }

        @Override
        void rotate() {
            missed = false;
            notYet = keys.rotate().id();
            long start = System.nanoTime();
            while (!missed && System.nanoTime() - start < PATIENCE) {
                Thread.onSpinWait();
            }
            notYet = "";
        }
    }

    private static ContractRun run(Supplier<Ring> how) {
        underTest = how;
        return ContractRun.of(Subject.class);
    }

    @Test
    void a_sound_ring_passes_every_rule_and_every_rule_has_a_saboteur() {
        ContractRun run = run(Ring::new);
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).containsExactlyElementsOf(saboteurs().keySet());
    }

    @TestFactory
    Stream<DynamicTest> a_saboteur_fails_its_rule_alone() {
        List<String> all = List.copyOf(saboteurs().keySet());
        return saboteurs().entrySet().stream()
                .map(saboteur -> dynamicTest(
                        saboteur.getKey(), () -> run(saboteur.getValue()).assertOnlyFailed(saboteur.getKey(), all)));
    }
}
