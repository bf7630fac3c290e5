package dev.clave.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.PinMessage;
import dev.clave.testkit.LeakDetector;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is logged, by this channel and by jsmpp, with every logger at its most talkative. */
class LoggingTest {
    private static final String OF_A_PERSON = "MobileText99";

    private final List<Object> printed = new CopyOnWriteArrayList<>();
    private final AtomicInteger submits = new AtomicInteger();

    @Test
    @DisplayName("L01 at TRACE neither this channel nor jsmpp logs a PIN, a text, a number or the password")
    void nothing_personal() {
        PinMessage message = Given.message();
        LeakDetector leaks = new LeakDetector()
                .watch(message)
                .watch("password", FakeSmsc.PASSWORD)
                .watch("text of a person", OF_A_PERSON);
        try (Logged log = Logged.everything()) {
            everything(message);
            assertThat(log.lines()).anyMatch(line -> line.startsWith("Received PDU"));
            assertThat(log.lines()).anyMatch(line -> line.startsWith("Sending PDU"));
            assertThat(log.lines()).anyMatch(line -> line.contains("accepted, message id A"));
            assertThat(log.lines()).anyMatch(line -> line.contains("threw java.lang.IllegalStateException"));
            assertThat(log.lines()).anyMatch(line -> line.contains("check the password"));
            printed.addAll(log.all());
        }
        leaks.check(printed);
    }

    private void everything(PinMessage message) {
        List<DeliveryReceipt> receipts = new ArrayList<>();
        Consumer<DeliveryReceipt> listener = receipt -> {
            receipts.add(receipt);
            throw new IllegalStateException(Given.TEXT);
        };
        try (RawSmsc smsc = new RawSmsc(this::answer);
                SmppChannel channel =
                        Given.impatient(smsc.port()).receipts(listener).open()) {
            for (int i = 0; i < 3; i++) {
                printed.add(channel.deliver(message));
            }
            smsc.answersBindsWith(0x0E);
            printed.add(channel.deliver(message));
            printed.add(channel.deliver(message));
            printed.add(channel);
            assertThat(receipts).isNotEmpty();
            printed.addAll(receipts);
        }
    }

    /** Takes the first with all that can come beside it, refuses the second, leaves the third, drops the fourth. */
    private void answer(int command, int sequence, OutputStream out, Socket socket) throws IOException {
        if (command != RawSmsc.SUBMIT_SM) {
            return;
        }
        switch (submits.incrementAndGet()) {
            case 1 -> {
                out.write(RawSmsc.deliverSm(4, "id:A sub:001 dlvrd:001 stat:DELIVRD err:000 text:your PIN is KX3QPA"));
                out.write(RawSmsc.deliverSm(4, "your PIN is KX3QPA"));
                out.write(RawSmsc.deliverSm(0, OF_A_PERSON + " KX3QPA"));
                out.write(RawSmsc.pdu(
                        0x103, 0, 9, (byte) 'K', (byte) 'X', (byte) '3', (byte) 'Q', (byte) 'P', (byte) 'A'));
                out.write(RawSmsc.taken(sequence));
            }
            case 2 -> out.write(RawSmsc.pdu(RawSmsc.SUBMIT_SM_RESP, 0x0B, sequence));
            case 3 -> out.flush();
            default -> socket.close();
        }
    }
}
