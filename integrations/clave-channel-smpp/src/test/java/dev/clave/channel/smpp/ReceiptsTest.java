package dev.clave.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.channel.smpp.DeliveryReceipt.State;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.PinMessage;
import dev.clave.spi.SendId;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultDecomposer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in. */
class ReceiptsTest {
    private static final int RECEIPT = 4;

    private final FakeSmsc smsc = new FakeSmsc();
    private final Logged log = Logged.channel();
    private final BlockingQueue<DeliveryReceipt> receipts = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        log.close();
        smsc.close();
    }

    private SmppChannel open(Consumer<DeliveryReceipt> listener) {
        return Given.builder(smsc.port()).receipts(listener).open();
    }

    private static String words(String id, String state) {
        return "id:" + id + " sub:001 dlvrd:001 submit date:2611020900 done date:2611020901 stat:" + state
                + " err:000 text:MyOrg: your PIN is K";
    }

    private DeliveryReceipt next() throws InterruptedException {
        DeliveryReceipt receipt = receipts.poll(Given.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(receipt).as("a receipt must come").isNotNull();
        return receipt;
    }

    @Test
    void a_receipt_is_asked_for_and_names_its_message() throws InterruptedException {
        try (SmppChannel channel = open(receipts::add)) {
            PinMessage message = Given.message();
            assertThat(channel.deliver(message)).isEqualTo(DeliveryResult.accepted());
            assertThat(smsc.taken().get(0).getRegisteredDelivery()).isEqualTo((byte) 1);
            smsc.deliver(RECEIPT, words("SMSC-1", "DELIVRD"));
            assertThat(next()).isEqualTo(new DeliveryReceipt(Optional.of(message.id()), "SMSC-1", State.DELIVERED));
            smsc.deliver(RECEIPT, words("SMSC-1", "DELIVRD"));
            assertThat(next().sendId()).as("told once, then forgotten").isEmpty();
        }
    }

    @Test
    void a_message_on_its_way_is_told_of_again() throws InterruptedException {
        try (SmppChannel channel = open(receipts::add)) {
            PinMessage message = Given.message();
            channel.deliver(message);
            smsc.deliver(RECEIPT, words("SMSC-1", "ENROUTE"));
            smsc.deliver(RECEIPT, words("SMSC-1", "EXPIRED"));
            assertThat(next()).isEqualTo(new DeliveryReceipt(Optional.of(message.id()), "SMSC-1", State.EN_ROUTE));
            assertThat(next()).isEqualTo(new DeliveryReceipt(Optional.of(message.id()), "SMSC-1", State.EXPIRED));
        }
    }

    @Test
    void a_refused_message_has_no_receipt() throws InterruptedException {
        smsc.refuses(0x0B);
        try (SmppChannel channel = open(receipts::add)) {
            channel.deliver(Given.message());
            smsc.deliver(RECEIPT, words("SMSC-1", "DELIVRD"));
            assertThat(next().sendId()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void a_state_is_read_from_parameters(State state) throws InterruptedException {
        try (SmppChannel channel = open(receipts::add)) {
            assertThat(channel.isBound()).isTrue();
            smsc.deliver(
                    RECEIPT,
                    "",
                    new OptionalParameter.Receipted_message_id("4711"),
                    new OptionalParameter.Message_state(state.number()));
            assertThat(next()).isEqualTo(new DeliveryReceipt(Optional.empty(), "4711", state));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVRD,DELIVERED",
        "EXPIRED,EXPIRED",
        "DELETED,DELETED",
        "UNDELIV,UNDELIVERABLE",
        "ACCEPTD,ACCEPTED",
        "UNKNOWN,UNKNOWN",
        "REJECTD,REJECTED",
        "ENROUTE,EN_ROUTE",
        "delivrd,DELIVERED",
        "SKIPPED,UNKNOWN"
    })
    void a_state_is_read_from_words(String word, State state) throws InterruptedException {
        try (SmppChannel channel = open(receipts::add)) {
            assertThat(channel.isBound()).isTrue();
            smsc.deliver(RECEIPT, words("4711", word));
            assertThat(next()).isEqualTo(new DeliveryReceipt(Optional.empty(), "4711", state));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "stat:DELIVRD",
                "id:4711",
                "id: stat:DELIVRD",
                "id:47\n11stat:DELIVRD",
                "id:1234567890123456789012345678901234567890123456789012345678901234567890 stat:DELIVRD"
            })
    @DisplayName("D11 a receipt that cannot be read is dropped, and the bind goes on")
    void malformed(String text) throws InterruptedException {
        try (SmppChannel channel = open(receipts::add)) {
            smsc.deliver(RECEIPT, text);
            assertThat(log.warnings()).singleElement().asString().contains("cannot be read");
            goesOn(channel);
        }
    }

    @Test
    @DisplayName("D11 a person's text does not come in, and is not logged")
    void text_of_a_person() throws InterruptedException {
        try (SmppChannel channel = open(receipts::add)) {
            smsc.deliver(0, words("SMSC-1", "DELIVRD"));
            smsc.deliver(0, "the PIN is KX3QPA");
            goesOn(channel);
            assertThat(log.lines()).noneMatch(line -> line.contains("KX3QPA") || line.contains("DELIVRD"));
        }
    }

    /** The next receipt that can be read is the first that is told of, and a message is sent on the same bind. */
    private void goesOn(SmppChannel channel) throws InterruptedException {
        smsc.deliver(RECEIPT, words("next", "DELIVRD"));
        assertThat(next().messageId()).isEqualTo("next");
        assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
        assertThat(smsc.binds()).hasSize(1);
    }

    @Test
    void a_listener_that_throws_is_named_without_its_message() throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        Consumer<DeliveryReceipt> listener = receipt -> {
            if (count.incrementAndGet() == 1) {
                throw new IllegalStateException("of " + receipt);
            }
            receipts.add(receipt);
        };
        try (SmppChannel channel = open(listener)) {
            smsc.deliver(RECEIPT, words("4711", "DELIVRD"));
            assertThat(log.warnings()).singleElement().asString().endsWith("threw java.lang.IllegalStateException");
            goesOn(channel);
        }
    }

    @Test
    @DisplayName("D11 what is remembered for receipts has a bound")
    void bounded() throws Exception {
        Receipts many = new Receipts(Optional.of(receipts::add));
        for (int i = 0; i <= Receipts.REMEMBERED; i++) {
            many.remember("id-" + i, new SendId("send-" + i));
        }
        tell(many, "id-0");
        tell(many, "id-1");
        tell(many, "id-" + Receipts.REMEMBERED);
        assertThat(receipts)
                .extracting(DeliveryReceipt::sendId)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new SendId("send-1")),
                        Optional.of(new SendId("send-" + Receipts.REMEMBERED)));
    }

    private static void tell(Receipts to, String id) throws Exception {
        byte[] pdu = RawSmsc.deliverSm(RECEIPT, words(id, "DELIVRD"));
        DeliverSm essence = new DefaultDecomposer().deliverSm(Receipts.essence(1, pdu));
        assertThat(essence.getShortMessage()).isEmpty();
        to.onAcceptDeliverSm(essence);
    }

    @Test
    void nothing_is_remembered_when_nobody_listens() throws Exception {
        Receipts none = new Receipts(Optional.empty());
        none.remember("4711", new SendId("a"));
        tell(none, "4711");
        assertThat(receipts).isEmpty();
    }
}
