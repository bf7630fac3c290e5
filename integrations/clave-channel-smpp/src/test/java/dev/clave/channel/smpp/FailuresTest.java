package dev.clave.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.DeliveryResult;
import dev.clave.spi.DeliveryResult.Reason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An SMSC that refuses, hangs and drops: what becomes of a message. */
class FailuresTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final FakeSmsc smsc = new FakeSmsc();
    private final Logged log = Logged.channel();
    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        log.close();
        smsc.close();
        executor.shutdownNow();
    }

    @ParameterizedTest
    @DisplayName("D01 an SMSC that refuses a message: it was not sent, for good or for now, and the bind goes on")
    @CsvSource({
        "0x01,REJECTED", // message length
        "0x0A,REJECTED", // source address
        "0x0B,REJECTED", // destination address
        "0x45,REJECTED", // submit_sm failed
        "0x61,REJECTED", // scheduled delivery time
        "0x400,REJECTED", // the SMSC's own
        "0x08,UNREACHABLE", // system error
        "0x14,UNREACHABLE", // queue full
        "0x58,UNREACHABLE", // throttled
        "0x64,UNREACHABLE", // not for now
        "0xFF,UNREACHABLE" // unknown error
    })
    void refuses(String status, Reason reason) {
        smsc.refuses(Integer.decode(status));
        try (SmppChannel channel = Given.builder(smsc.port()).open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(reason));
            assertThat(log.warnings()).singleElement().asString().contains(reason.name(), status.substring(2));
            smsc.behaves(smsc::named);
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
        }
        assertThat(smsc.taken()).hasSize(2);
        assertThat(smsc.binds()).hasSize(1);
    }

    @Test
    @DisplayName("D01 an SMSC that has forgotten the bind: nothing was sent, and the next message binds again")
    void forgets_the_bind() {
        smsc.refuses(0x04);
        try (SmppChannel channel = Given.builder(smsc.port()).open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNREACHABLE));
            smsc.behaves(smsc::named);
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
        }
        assertThat(smsc.binds()).hasSize(2);
    }

    @Test
    @DisplayName("D02 an SMSC that does not answer: UNCONFIRMED within the timeout, and sent once")
    void hangs() {
        smsc.hangs();
        try (SmppChannel channel = Given.impatient(smsc.port()).open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNCONFIRMED));
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNCONFIRMED));
        }
        assertThat(smsc.taken()).hasSize(2);
        assertThat(log.warnings()).first().asString().contains("did not answer in time");
    }

    @Test
    @DisplayName(
            "D02 a connection that breaks after a message was read: UNCONFIRMED, not only at the timeout, and never sent again")
    void drops_after_reading() {
        smsc.drops();
        try (SmppChannel channel = Given.builder(smsc.port()).timeout(LONG).open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNCONFIRMED));
            assertThat(log.warnings()).anyMatch(line -> line.contains("the connection broke before the answer"));
            assertThat(log.warnings()).noneMatch(line -> line.contains("in time"));
            smsc.behaves(smsc::named);
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
        }
        assertThat(smsc.taken()).hasSize(2);
        assertThat(smsc.binds()).hasSize(2);
    }

    @Test
    @DisplayName("D02 a full window: nothing more is sent, UNREACHABLE, while the others still wait")
    void window_is_full() {
        smsc.hangs();
        try (SmppChannel channel = Given.builder(smsc.port())
                .window(2)
                .timeout(Duration.ofSeconds(8))
                .open()) {
            CompletableFuture<DeliveryResult> first =
                    CompletableFuture.supplyAsync(() -> channel.deliver(Given.message()), executor);
            CompletableFuture<DeliveryResult> second =
                    CompletableFuture.supplyAsync(() -> channel.deliver(Given.message()), executor);
            Given.eventually("both must be taken", () -> smsc.taken().size() == 2);
            assertThat(channel.toString()).contains("2 unanswered");
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNREACHABLE));
            assertThat(log.warnings()).last().asString().contains("the window is full");
            assertThat(first.join()).isEqualTo(Given.refused(Reason.UNCONFIRMED));
            assertThat(second.join()).isEqualTo(Given.refused(Reason.UNCONFIRMED));
        }
        assertThat(smsc.taken()).hasSize(2);
    }

    @Test
    void an_interrupted_thread_sends_nothing_and_stays_interrupted() {
        try (SmppChannel channel = Given.builder(smsc.port()).open()) {
            Thread.currentThread().interrupt();
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNREACHABLE));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(channel.isBound()).isTrue();
        }
        assertThat(smsc.taken()).isEmpty();
    }

    @Test
    @DisplayName("D02 a thread that is interrupted while it waits for the answer: UNCONFIRMED, and the bind goes on")
    void interrupted_while_waiting() {
        Thread waiting = Thread.currentThread();
        try (SmppChannel channel = Given.builder(smsc.port()).open()) {
            smsc.behaves((message, from) -> {
                waiting.interrupt();
                Given.eventually("it must have noticed", () -> log.warnings().size() == 1);
                return "late";
            });
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNCONFIRMED));
            assertThat(Thread.interrupted()).isTrue();
            smsc.behaves(smsc::named);
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
        }
        assertThat(smsc.binds()).hasSize(1);
    }
}
