package dev.clave.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.clave.spi.DeadlineChannel;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.DeliveryResult.Reason;
import dev.clave.spi.Message;
import dev.clave.spi.SecurityNotice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract for channels is tried on channels that are broken on purpose. */
class DeliveryChannelContractTest {
    private static Gateway gateway = new Gateway();

    /** A channel to a gateway that keeps every rule. Saboteurs break one thing of it. */
    private static class Gateway {
        final List<DeliveryChannelContract.Arrived> arrived = Collections.synchronizedList(new ArrayList<>());

        DeliveryChannel channel() {
            return this::send;
        }

        DeliveryResult send(Message message) {
            arrive(message, message.text().reveal());
            return DeliveryResult.accepted();
        }

        void arrive(Message message, String text) {
            Optional<String> id = Optional.of(message.id().value());
            arrived.add(new DeliveryChannelContract.Arrived(message.to().value(), text, id));
        }

        DeliveryChannel refused() {
            return message -> DeliveryResult.refused(Reason.REJECTED);
        }

        DeliveryChannel unreachable() {
            return message -> {
                throw new IllegalStateException("connection refused");
            };
        }

        DeliveryChannel hanging(ExecutorService executor) {
            FakeSmsGateway hanging = new FakeSmsGateway();
            hanging.hang();
            return new DeadlineChannel(hanging, Duration.ofMillis(50), executor);
        }
    }

    static class Subject extends DeliveryChannelContract {
        private final ExecutorService executor = Executors.newSingleThreadExecutor();

        @Override
        protected DeliveryChannel channel() {
            gateway.arrived.clear();
            return gateway.channel();
        }

        @Override
        protected List<Arrived> arrived() {
            return List.copyOf(gateway.arrived);
        }

        @Override
        protected Optional<DeliveryChannel> refusedChannel() {
            return Optional.of(gateway.refused());
        }

        @Override
        protected Optional<DeliveryChannel> unreachableChannel() {
            return Optional.of(gateway.unreachable());
        }

        @Override
        protected Optional<DeliveryChannel> hangingChannel() {
            return Optional.of(gateway.hanging(executor));
        }

        @AfterEach
        void shutDown() {
            executor.shutdownNow();
        }
    }

    private static Map<String, Gateway> saboteurs() {
        Map<String, Gateway> all = new LinkedHashMap<>();
        all.put("Rule 01", new Gateway() {
            @Override
            DeliveryResult send(Message message) {
                if (message.text().reveal().endsWith(", too.")) {
                    super.send(message);
                }
                return super.send(message);
            }
        });
        all.put("Rule 02", new Gateway() {
            @Override
            void arrive(Message message, String text) {
                super.arrive(message, text.replace('\n', ' '));
            }
        });
        all.put("Rule 03", new Gateway() {
            @Override
            void arrive(Message message, String text) {
                if (!(message instanceof SecurityNotice)) {
                    super.arrive(message, text);
                }
            }
        });
        all.put("Rule 04", new Gateway() {
            @Override
            void arrive(Message message, String text) {
                arrived.add(new DeliveryChannelContract.Arrived(
                        message.to().value(), text, Optional.of("id" + arrived.size())));
            }
        });
        all.put("Rule 05", new Gateway() {
            private final Meeting meeting = new Meeting();
            private volatile String buffer = "";

            @Override
            void arrive(Message message, String text) {
                buffer = text;
                meeting.meet("buffer");
                super.arrive(message, buffer);
            }
        });
        all.put("Rule 06", new Gateway() {
            @Override
            DeliveryChannel refused() {
                return message -> DeliveryResult.accepted();
            }
        });
        all.put("Rule 07", new Gateway() {
            @Override
            DeliveryChannel unreachable() {
                return message -> DeliveryResult.accepted();
            }
        });
        all.put("Rule 08", new Gateway() {
            @Override
            DeliveryChannel hanging(ExecutorService executor) {
                DeliveryChannel good = super.hanging(executor);
                return message -> {
                    good.deliver(message);
                    return DeliveryResult.refused(Reason.UNREACHABLE);
                };
            }
        });
        all.put("Rule 09", new Gateway() {
            @Override
            DeliveryChannel unreachable() {
                return message -> {
                    throw new IllegalStateException(
                            "cannot send",
                            new IllegalStateException("to=" + message.to().value()));
                };
            }
        });
        all.put("Rule 10", new Gateway() {
            @Override
            DeliveryChannel channel() {
                return message -> Objects.isNull(message) ? DeliveryResult.refused(Reason.REJECTED) : send(message);
            }
        });
        return all;
    }

    private static ContractRun run(Gateway how) {
        gateway = how;
        return ContractRun.of(Subject.class);
    }

    @Test
    void a_sound_channel_passes_every_rule_and_every_rule_has_a_saboteur() {
        ContractRun run = run(new Gateway());
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
