package dev.clave.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.DeliveryResult;
import dev.clave.spi.DeliveryResult.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An SMSC that gives no bind, loses it and comes back: what becomes of the channel. */
class BindingTest {
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

    @Test
    @DisplayName("D02 a connection that broke while idle: the next message binds again")
    void drops_while_idle() {
        try (SmppChannel channel = Given.builder(smsc.port()).open()) {
            smsc.dropAll();
            Given.eventually("the loss must be seen", () -> !channel.isBound());
            Given.eventually("the loss must be logged", () -> log.warnings().size() == 1);
            assertThat(log.warnings()).singleElement().asString().contains("was lost");
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
            assertThat(channel.isBound()).isTrue();
        }
        assertThat(smsc.taken()).hasSize(1);
        assertThat(smsc.binds()).hasSize(2);
    }

    @Test
    void an_smsc_that_unbinds_is_bound_to_again() {
        try (SmppChannel channel = Given.builder(smsc.port()).open()) {
            smsc.unbindAll();
            Given.eventually("the unbind must be seen", () -> !channel.isBound());
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
        }
        assertThat(smsc.taken()).hasSize(1);
    }

    @Test
    @DisplayName(
            "D02 an SMSC that is gone: UNREACHABLE at once during a pause, and it works when it is back and the pause is over")
    void gone_and_back() {
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
        try (SmppChannel channel =
                Given.builder(smsc.port()).nanoTime(nanos::get).open()) {
            smsc.close();
            Given.eventually("the loss must be seen", () -> !channel.isBound());
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNREACHABLE));
            assertThat(log.warnings()).anyMatch(line -> line.contains("none is tried for 1 s"));
            try (FakeSmsc back = new FakeSmsc(smsc.port())) {
                assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNREACHABLE));
                assertThat(back.binds()).isEmpty();
                nanos.addAndGet(Duration.ofSeconds(1).toNanos());
                assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
                assertThat(back.taken()).hasSize(1);
            }
        }
        assertThat(smsc.taken()).isEmpty();
    }

    @Test
    void pauses_double_up_to_16_seconds_and_begin_anew_after_a_bind() {
        AtomicLong nanos = new AtomicLong();
        smsc.refusesBinds(0x0E);
        try (SmppChannel channel =
                Given.builder(smsc.port()).nanoTime(nanos::get).open()) {
            for (int i = 0; i < 5; i++) {
                nanos.addAndGet(Duration.ofSeconds(16).toNanos());
                channel.deliver(Given.message());
            }
            assertThat(pauses()).containsExactly("1 s", "2 s", "4 s", "8 s", "16 s", "16 s");
            smsc.refusesBinds(0);
            nanos.addAndGet(Duration.ofSeconds(16).toNanos());
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
            smsc.refusesBinds(0x0E);
            smsc.dropAll();
            Given.eventually("the loss must be seen", () -> !channel.isBound());
            channel.deliver(Given.message());
            assertThat(pauses()).last().isEqualTo("1 s");
        }
    }

    private List<String> pauses() {
        return log.warnings().stream()
                .filter(line -> line.contains("none is tried for "))
                .map(line -> line.substring(line.indexOf("tried for ") + 10))
                .toList();
    }

    @Test
    @DisplayName(
            "D01 an SMSC that refuses the bind: opened all the same, nothing is sent, and the log says what to check")
    void refuses_the_bind() {
        try (SmppChannel channel =
                Given.builder(smsc.port()).systemId("stranger").open()) {
            assertThat(channel.isBound()).isFalse();
            assertThat(log.warnings()).first().asString().contains("check the system id");
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNREACHABLE));
        }
        assertThat(smsc.taken()).isEmpty();
    }

    @Test
    @DisplayName("D02 an SMSC that does not answer the bind: UNREACHABLE within the timeout")
    void hangs_at_bind() {
        smsc.hangsAtBind(true);
        try (SmppChannel channel = Given.impatient(smsc.port()).open()) {
            assertThat(log.warnings()).first().asString().contains("did not answer the bind in time");
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNREACHABLE));
        }
        assertThat(smsc.taken()).isEmpty();
        Given.eventually("no thread may be left", () -> Given.threads().isEmpty());
    }

    @Test
    @DisplayName("D02 a connection that breaks during the bind: UNREACHABLE, not only at the timeout")
    void drops_at_bind() {
        smsc.dropsAtBind(true);
        try (SmppChannel channel = Given.builder(smsc.port()).timeout(LONG).open()) {
            assertThat(log.warnings()).first().asString().contains("broke during the bind");
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNREACHABLE));
        }
    }

    @Test
    @DisplayName("D02 D05 many messages for an SMSC that does not answer the bind: one attempt, and all end")
    void one_attempt_for_all() {
        smsc.hangsAtBind(true);
        AtomicLong nanos = new AtomicLong();
        try (SmppChannel channel =
                Given.impatient(smsc.port()).window(100).nanoTime(nanos::get).open()) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(together(channel, 32)).hasSize(32).containsOnly(Given.refused(Reason.UNREACHABLE));
        }
        assertThat(smsc.binds()).hasSize(2);
        assertThat(smsc.taken()).isEmpty();
    }

    @Test
    void many_messages_after_a_loss_share_one_bind() {
        try (SmppChannel channel = Given.builder(smsc.port()).window(100).open()) {
            smsc.dropAll();
            Given.eventually("the loss must be seen", () -> !channel.isBound());
            assertThat(together(channel, 32)).hasSize(32).containsOnly(DeliveryResult.accepted());
        }
        assertThat(smsc.binds()).hasSize(2);
        assertThat(smsc.taken()).hasSize(32);
    }

    private List<DeliveryResult> together(SmppChannel channel, int count) {
        List<CompletableFuture<DeliveryResult>> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            results.add(CompletableFuture.supplyAsync(() -> channel.deliver(Given.message()), executor));
        }
        return results.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void closing_waits_for_the_answer_of_what_is_sent() {
        CompletableFuture<DeliveryResult> sent;
        try (SmppChannel channel = Given.builder(smsc.port()).open()) {
            CompletableFuture<Void> closing = new CompletableFuture<>();
            smsc.behaves((message, from) -> {
                closing.join();
                return "late";
            });
            sent = CompletableFuture.supplyAsync(() -> channel.deliver(Given.message()), executor);
            Given.eventually("it must be taken", () -> smsc.taken().size() == 1);
            CompletableFuture<Void> closed = CompletableFuture.runAsync(channel::close, executor);
            Given.eventually("nothing more may be sent", () -> isClosed(channel));
            closing.complete(null);
            closed.join();
        }
        assertThat(sent.join()).isEqualTo(DeliveryResult.accepted());
        assertThat(smsc.sessions()).isZero();
    }

    /** Asked by an interrupted thread, which sends nothing in either case. */
    private boolean isClosed(SmppChannel channel) {
        Thread.currentThread().interrupt();
        channel.deliver(Given.message());
        Thread.interrupted();
        List<String> lines = log.warnings();
        return lines.get(lines.size() - 1).contains("is closed");
    }

    @Test
    @DisplayName("D02 closing while an SMSC does not answer: ends, and what is sent is UNCONFIRMED")
    void closing_while_it_hangs() {
        smsc.hangs();
        SmppChannel channel = Given.impatient(smsc.port()).open();
        CompletableFuture<DeliveryResult> sent =
                CompletableFuture.supplyAsync(() -> channel.deliver(Given.message()), executor);
        Given.eventually("it must be taken", () -> smsc.taken().size() == 1);
        channel.close();
        channel.close();
        assertThat(sent.join()).isEqualTo(Given.refused(Reason.UNCONFIRMED));
        assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNREACHABLE));
        assertThat(smsc.taken()).hasSize(1);
        Given.eventually("no thread may be left", () -> Given.threads().isEmpty());
    }

    @Test
    void a_channel_that_is_closed_leaves_no_thread_and_no_bind() {
        try (SmppChannel channel = Given.builder(smsc.port()).open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
            smsc.dropAll();
            Given.eventually("the loss must be seen", () -> !channel.isBound());
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
        }
        Given.eventually("no bind may be left", () -> smsc.sessions() == 0);
        Given.eventually("no thread may be left", () -> Given.threads().isEmpty());
        assertThat(log.lines()).contains("unbound from 127.0.0.1:" + smsc.port());
    }
}
