package dev.clave.stress;

import dev.clave.AccessOutcome;
import dev.clave.Clave;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.MemoryPinStore;
import dev.clave.PinGenerator;
import dev.clave.PinSent;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.KeyRing;
import dev.clave.spi.Message;
import dev.clave.spi.PinMessage;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePeople;
import java.util.Optional;

/** A login in a store of its own, for which a PIN has been sent. */
final class OpenLogin {
    private static final PinGenerator GENERATOR = PinGenerator.approved();
    private static final KeyRing KEYS = FakeKeyRing.fixed();
    private static final FakeClock CLOCK = new FakeClock();

    private final Clave clave = Clave.builder()
            .registry(number -> Optional.of(FakePeople.ANA.person()))
            .channel(Route.SMS, this::receive)
            .audit(event -> {})
            .keys(KEYS)
            .generator(GENERATOR)
            .store(MemoryPinStore.withCapacity(10, CLOCK))
            .clock(CLOCK)
            .build();
    private final LoginHandle handle;
    private String received = "";

    OpenLogin() {
        handle = ((Identified) clave.identify(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedContrast())).handle();
        if (!(clave.obtainPin(handle) instanceof PinSent)) {
            throw new IllegalStateException("the login did not begin as it should");
        }
    }

    private DeliveryResult receive(Message message) {
        received = ((PinMessage) message).revealPin();
        return DeliveryResult.accepted();
    }

    AccessOutcome verifyRightPin() {
        return clave.verify(handle, received);
    }
}
