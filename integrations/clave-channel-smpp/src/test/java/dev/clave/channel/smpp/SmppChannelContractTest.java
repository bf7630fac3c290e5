package dev.clave.channel.smpp;

import dev.clave.spi.DeliveryChannel;
import dev.clave.testkit.DeliveryChannelContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** SMPP 3.4 has no place for a send id, so rule 04 is skipped. */
class SmppChannelContractTest extends DeliveryChannelContract {
    private final List<AutoCloseable> open = new ArrayList<>();
    private FakeSmsc smsc;

    @BeforeEach
    void start() {
        smsc = kept(new FakeSmsc());
    }

    @AfterEach
    void stop() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private <T extends AutoCloseable> T kept(T closeable) {
        open.add(closeable);
        return closeable;
    }

    @Override
    protected DeliveryChannel channel() {
        return kept(Given.builder(smsc.port()).open());
    }

    @Override
    protected List<Arrived> arrived() {
        return smsc.taken().stream()
                .map(message -> new Arrived("+" + message.getDestAddress(), Given.text(message), Optional.empty()))
                .toList();
    }

    @Override
    protected Optional<DeliveryChannel> refusedChannel() {
        FakeSmsc refusing = kept(new FakeSmsc()).refuses(0x0B);
        return Optional.of(kept(Given.builder(refusing.port()).open()));
    }

    @Override
    protected Optional<DeliveryChannel> unreachableChannel() {
        try (FakeSmsc gone = new FakeSmsc()) {
            return Optional.of(kept(Given.impatient(gone.port()).open()));
        }
    }

    @Override
    protected Optional<DeliveryChannel> hangingChannel() {
        FakeSmsc hanging = kept(new FakeSmsc()).hangs();
        return Optional.of(kept(Given.impatient(hanging.port()).open()));
    }
}
