package dev.clave.channel.smpp;

import dev.clave.spi.DeliveryResult;
import dev.clave.spi.DeliveryResult.Reason;
import dev.clave.spi.Language;
import dev.clave.spi.PinMessage;
import dev.clave.spi.Secret;
import dev.clave.spi.SendId;
import dev.clave.testkit.FakePeople;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jsmpp.bean.SubmitSm;

/** What the tests of this module start from. */
final class Given {
    static final String TEXT = "MyOrg: your PIN is KX3QPA, until 10:10. Share it with nobody.";

    /** How long is waited for what must come. */
    static final Duration PATIENCE = Duration.ofSeconds(40);

    private Given() {}

    /** A channel for the fake SMSC, with a timeout that no working SMSC reaches. */
    static SmppChannelBuilder builder(int port) {
        return SmppChannel.to("127.0.0.1", port)
                .systemId(FakeSmsc.SYSTEM_ID)
                .password(Secret.of(FakeSmsc.PASSWORD))
                .sender("MyOrg")
                .timeout(Duration.ofSeconds(20));
    }

    /** The same with a short one, for an SMSC that hangs. */
    static SmppChannelBuilder impatient(int port) {
        return builder(port).timeout(Duration.ofSeconds(1));
    }

    static PinMessage message() {
        return message(TEXT);
    }

    static PinMessage message(String text) {
        return message(text, Instant.now().plusSeconds(600));
    }

    static PinMessage message(String text, Instant expiresAt) {
        return new PinMessage(
                new SendId(UUID.randomUUID().toString()),
                FakePeople.ANA.phone(),
                Language.EN,
                Secret.of(text),
                Secret.of("KX3QPA"),
                expiresAt);
    }

    static DeliveryResult refused(Reason reason) {
        return DeliveryResult.refused(reason);
    }

    /** The text of a message as the SMSC reads it, by the GSM alphabet. */
    static String text(SubmitSm message) {
        String basic =
                "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                        + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
        StringBuilder text = new StringBuilder();
        byte[] septets = message.getShortMessage();
        for (int i = 0; i < septets.length; i++) {
            text.append(septets[i] == 0x1B ? extension(septets[++i]) : basic.charAt(septets[i]));
        }
        return text.toString();
    }

    private static char extension(byte septet) {
        return switch (septet) {
            case 0x0A -> '\f';
            case 0x14 -> '^';
            case 0x28 -> '{';
            case 0x29 -> '}';
            case 0x2F -> '\\';
            case 0x3C -> '[';
            case 0x3D -> '~';
            case 0x3E -> ']';
            case 0x40 -> '|';
            case 0x65 -> '€';
            default -> throw new AssertionError("no such character: " + septet);
        };
    }

    /** Waits for what other threads do. */
    static void eventually(String what, BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new AssertionError("not in time: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** The threads that jsmpp has started and not ended. */
    static List<Thread> threads() {
        return Stream.of(Thread.getAllStackTraces().keySet().toArray(Thread[]::new))
                .filter(thread -> thread.getName().startsWith("PDUReaderWorker-")
                        || thread.getName().startsWith("EnquireLinkSender-"))
                .toList();
    }
}
