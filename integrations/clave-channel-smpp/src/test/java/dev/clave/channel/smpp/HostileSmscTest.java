package dev.clave.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.DeliveryResult;
import dev.clave.spi.DeliveryResult.Reason;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An SMSC that sends what it should not. */
class HostileSmscTest {
    private final Logged log = Logged.channel();

    @AfterEach
    void stop() {
        log.close();
        assertThat(uncaught).isEmpty();
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    /** A thread that dies of a PDU is a leak. */
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();

    HostileSmscTest() {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
    }

    /** Answers the first message with these octets, in which the sequence number is put; the others well. */
    private static RawSmsc firstAnsweredWith(byte[] octets, int sequenceAt) {
        AtomicInteger count = new AtomicInteger();
        return new RawSmsc((command, sequence, out, socket) -> {
            if (command != RawSmsc.SUBMIT_SM) {
                return;
            }
            byte[] answer = Arrays.copyOf(octets, octets.length);
            if (sequenceAt > 0) {
                answer[sequenceAt] = (byte) sequence;
            }
            out.write(count.incrementAndGet() == 1 ? answer : RawSmsc.taken(sequence));
        });
    }

    @Test
    @DisplayName("D02 an answer that comes after the timeout is not taken for that of another message")
    void late() {
        AtomicInteger first = new AtomicInteger();
        try (RawSmsc smsc = new RawSmsc((command, sequence, out, socket) -> {
                    if (command == RawSmsc.SUBMIT_SM && !first.compareAndSet(0, sequence)) {
                        out.write(RawSmsc.taken(first.get()));
                        out.write(RawSmsc.pdu(RawSmsc.SUBMIT_SM_RESP, 0x0B, sequence));
                    }
                });
                SmppChannel channel = Given.impatient(smsc.port()).open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNCONFIRMED));
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.REJECTED));
            assertThat(smsc.submits()).isEqualTo(2);
            assertThat(smsc.binds()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @DisplayName("D01 a generic_nack means what its status means; one without a status means nothing")
    @CsvSource({"0x58,UNREACHABLE", "0x03,REJECTED", "0x00,UNCONFIRMED"})
    void generic_nack(String status, Reason reason) {
        byte[] nack = RawSmsc.pdu(0x80000000, Integer.decode(status), 0);
        try (RawSmsc smsc = firstAnsweredWith(nack, 15);
                SmppChannel channel = Given.builder(smsc.port()).open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(reason));
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
            assertThat(smsc.binds()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @DisplayName("D01 an acceptance whose message id cannot be read is one, and the id is not logged")
    @MethodSource("unreadable")
    void unreadable_id(String body) {
        byte[] octets = new byte[body.length()];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) body.charAt(i);
        }
        try (RawSmsc smsc = firstAnsweredWith(RawSmsc.pdu(RawSmsc.SUBMIT_SM_RESP, 0, 0, octets), 15);
                SmppChannel channel = Given.builder(smsc.port()).open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
            assertThat(log.lines())
                    .last()
                    .asString()
                    .endsWith("message id unreadable")
                    .doesNotContain("evil");
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
        }
    }

    private static Stream<String> unreadable() {
        return Stream.of("", "A", "evil\nline\0", "\0", "A".repeat(80) + "\0", "evil\0\1\1\7\7");
    }

    @ParameterizedTest
    @DisplayName("D02 octets that are no answer end the bind, and no thread; the next message binds again")
    @CsvSource({
        "80000003", // query_sm_resp
        "80000103", // data_sm_resp
        "80000002", // a second answer to the bind
        "80001234" // no command at all
    })
    void another_answer(String command) {
        byte[] octets = RawSmsc.pdu((int) Long.parseLong(command, 16), 0, 0, (byte) 1);
        try (RawSmsc smsc = firstAnsweredWith(octets, 15);
                SmppChannel channel = Given.builder(smsc.port())
                        .timeout(Duration.ofMinutes(1))
                        .open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNCONFIRMED));
            assertThat(log.warnings()).noneMatch(line -> line.contains("in time"));
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
            assertThat(smsc.submits()).isEqualTo(2);
            assertThat(smsc.binds()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @DisplayName("D02 a PDU that says it is enormous, empty or negative ends the bind, and takes no memory")
    @CsvSource({"7FFFFFFF", "7FFFFF00", "00011171", "00000000", "0000000F", "80000000", "FFFFFFFF"})
    void length(String length) {
        byte[] octets = RawSmsc.pdu(RawSmsc.SUBMIT_SM_RESP, 0, 0, (byte) 'A', (byte) 0);
        long value = Long.parseLong(length, 16);
        for (int i = 0; i < 4; i++) {
            octets[i] = (byte) (value >>> (24 - 8 * i));
        }
        try (RawSmsc smsc = firstAnsweredWith(octets, 15);
                SmppChannel channel = Given.builder(smsc.port())
                        .enquireLink(Duration.ofMinutes(10))
                        .timeout(Duration.ofMinutes(1))
                        .open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNCONFIRMED));
            assertThat(log.warnings()).noneMatch(line -> line.contains("in time"));
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
            assertThat(smsc.binds()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @DisplayName("D02 a PDU that is not finished ends the bind: the rest of it is not taken for another")
    @CsvSource({"3", "10", "16", "17"})
    void unfinished(int octets) {
        byte[] begun = Arrays.copyOf(RawSmsc.pdu(RawSmsc.SUBMIT_SM_RESP, 0, 0, (byte) 'A', (byte) 0), octets);
        try (RawSmsc smsc = firstAnsweredWith(begun, 0);
                SmppChannel channel = Given.builder(smsc.port())
                        .timeout(Duration.ofMinutes(1))
                        .enquireLink(Duration.ofMillis(200))
                        .open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNCONFIRMED));
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
            assertThat(smsc.binds()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @DisplayName("D11 a request that is not for a sender is answered by a nack, and the bind goes on")
    @CsvSource({"103", "102", "4", "21", "FFFFFF"})
    void requests(String command) {
        AtomicInteger nacks = new AtomicInteger();
        byte[] request = RawSmsc.pdu(Integer.parseInt(command, 16), 0, 77, (byte) 1);
        try (RawSmsc smsc = new RawSmsc((received, sequence, out, socket) -> {
                    if (received == RawSmsc.SUBMIT_SM) {
                        out.write(request);
                        out.write(RawSmsc.taken(sequence));
                    } else if (received == 0x80000000 && sequence == 77) {
                        nacks.incrementAndGet();
                    }
                });
                SmppChannel channel =
                        Given.builder(smsc.port()).receipts(receipt -> {}).open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
            Given.eventually("it must be refused", () -> nacks.get() == 2);
            assertThat(smsc.binds()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName(
            "D02 an SMSC that stops reading: every message ends, and the one that was being written is UNCONFIRMED")
    void stops_reading() {
        int messages = 800;
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService executor = Executors.newFixedThreadPool(messages);
        try (RawSmsc smsc = new RawSmsc((command, sequence, out, socket) -> awaited(end));
                SmppChannel channel = Given.builder(smsc.port())
                        .window(messages)
                        .timeout(Duration.ofSeconds(6))
                        .open()) {
            List<CompletableFuture<DeliveryResult>> results = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> channel.deliver(Given.message("K".repeat(160))), executor))
                    .limit(messages)
                    .toList();
            assertThat(results.stream().map(CompletableFuture::join).distinct())
                    .containsExactlyInAnyOrder(Given.refused(Reason.UNCONFIRMED), Given.refused(Reason.UNREACHABLE));
            assertThat(log.warnings())
                    .anyMatch(line -> line.endsWith("UNCONFIRMED, the connection broke while it was written"))
                    .noneMatch(line -> line.endsWith("UNREACHABLE, the connection broke while it was written"));
            end.countDown();
        } finally {
            executor.shutdownNow();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("D02 an SMSC that does not answer an enquire_link is given up")
    void silent_when_idle() {
        try (RawSmsc smsc = new RawSmsc((command, sequence, out, socket) -> {});
                SmppChannel channel = Given.impatient(smsc.port())
                        .enquireLink(Duration.ofMillis(200))
                        .open()) {
            Given.eventually("it must be given up", () -> !channel.isBound());
            assertThat(smsc.commands()).contains(RawSmsc.ENQUIRE_LINK);
            Given.eventually("it must be logged", () -> log.warnings().size() == 1);
            assertThat(log.warnings()).singleElement().asString().contains("was lost");
        }
    }

    @Test
    void an_smsc_that_answers_enquire_links_keeps_its_bind() {
        AtomicInteger asked = new AtomicInteger();
        try (RawSmsc smsc = new RawSmsc((command, sequence, out, socket) -> {
                    if (command == RawSmsc.ENQUIRE_LINK) {
                        asked.incrementAndGet();
                        out.write(RawSmsc.pdu(0x80000015, 0, sequence));
                    }
                });
                SmppChannel channel = Given.builder(smsc.port())
                        .enquireLink(Duration.ofMillis(100))
                        .open()) {
            Given.eventually("it must be asked again", () -> asked.get() >= 3);
            assertThat(channel.isBound()).isTrue();
            assertThat(smsc.binds()).isEqualTo(1);
        }
    }

    @Test
    void an_smsc_that_asks_is_answered() {
        AtomicInteger answers = new AtomicInteger();
        try (RawSmsc smsc = new RawSmsc((command, sequence, out, socket) -> {
                    if (command == RawSmsc.SUBMIT_SM) {
                        out.write(RawSmsc.pdu(RawSmsc.ENQUIRE_LINK, 0, 5, (byte) 9));
                        out.write(RawSmsc.taken(sequence));
                    } else if (command == 0x80000015) {
                        answers.incrementAndGet();
                    }
                });
                SmppChannel channel = Given.builder(smsc.port()).open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
            Given.eventually("it must be answered", () -> answers.get() == 1);
        }
    }
}
