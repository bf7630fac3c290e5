package dev.clave.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.DeliveryResult;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What comes in from an SMSC that is broken, and what a listener that is broken does to it. */
class HostileReceiptsTest {
    private static final String WORDS = "id:4711 sub:001 dlvrd:001 stat:DELIVRD err:000 text:";
    private static final byte[] RECEIPT = RawSmsc.deliverSm(4, WORDS);

    private final BlockingQueue<DeliveryReceipt> receipts = new LinkedBlockingQueue<>();

    /** An SMSC that sends these before it answers. */
    private static RawSmsc sending(List<byte[]> pdus) {
        return new RawSmsc((command, sequence, out, socket) -> {
            if (command == RawSmsc.SUBMIT_SM) {
                for (byte[] pdu : pdus) {
                    out.write(pdu);
                }
                out.write(RawSmsc.taken(sequence));
            }
        });
    }

    private static long answers(RawSmsc smsc) {
        return smsc.commands().stream()
                .filter(command -> command == (RawSmsc.DELIVER_SM | 0x80000000))
                .count();
    }

    private static void hang(CountDownLatch free) {
        try {
            free.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("D02 a listener that hangs does not keep answers from coming: the SMSC is told to try again later")
    void listener_hangs() {
        CountDownLatch free = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        Consumer<DeliveryReceipt> listener = receipt -> {
            inside.incrementAndGet();
            hang(free);
        };
        try (RawSmsc smsc = sending(Collections.nCopies(5, RECEIPT));
                SmppChannel channel =
                        Given.builder(smsc.port()).receipts(listener).open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
            Given.eventually("two must be told", () -> inside.get() == 2);
            Given.eventually("three must be put off", () -> answers(smsc) == 3);
            free.countDown();
            Given.eventually("the two must be answered", () -> answers(smsc) == 5);
            assertThat(inside).hasValue(2);
        }
    }

    /** Cut off before anything, in the middle of an address, with a text that is not there, with a TLV that is not. */
    private static List<byte[]> broken() {
        byte[] body = Arrays.copyOfRange(RECEIPT, 16, RECEIPT.length);
        byte[] tooLong = body.clone();
        tooLong[27] = (byte) 250;
        byte[] wrongTlv = ByteBuffer.allocate(body.length + 6)
                .put(body)
                .putShort((short) 0x0427)
                .putShort((short) -1)
                .array();
        return Stream.of(new byte[0], new byte[] {1, 2, 3}, tooLong, wrongTlv)
                .map(each -> RawSmsc.pdu(RawSmsc.DELIVER_SM, 0, 9, each))
                .toList();
    }

    @Test
    @DisplayName("D11 a deliver_sm that cannot be taken apart ends neither thread nor bind")
    void hostile() throws InterruptedException {
        List<byte[]> sent = new ArrayList<>(broken());
        sent.add(RECEIPT);
        try (RawSmsc smsc = sending(sent);
                SmppChannel channel =
                        Given.builder(smsc.port()).receipts(receipts::add).open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
            DeliveryReceipt first = receipts.poll(Given.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(first).isEqualTo(new DeliveryReceipt(Optional.empty(), "4711", DeliveryReceipt.State.DELIVERED));
            Given.eventually("each must be answered", () -> answers(smsc) == sent.size());
            assertThat(smsc.binds()).isEqualTo(1);
        }
        assertThat(receipts).isEmpty();
    }

    @Test
    void a_transmitter_takes_no_receipts() {
        try (RawSmsc smsc = sending(List.of(RECEIPT));
                SmppChannel channel = Given.builder(smsc.port()).open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
            Given.eventually("it must be refused", () -> answers(smsc) == 1);
            assertThat(smsc.binds()).isEqualTo(1);
        }
    }
}
