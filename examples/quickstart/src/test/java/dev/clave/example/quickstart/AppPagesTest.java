package dev.clave.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.LoginHandle;
import dev.clave.example.quickstart.AppPages.Handover;
import dev.clave.spi.KeyRing;
import dev.clave.testkit.FakeDevice;
import dev.clave.testkit.FakeDeviceRegistry;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakePushGateway;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class AppPagesTest {
    private static final FakePerson ANA = FakePeople.ANA;

    private final FakeSmsGateway sms = new FakeSmsGateway();
    private final FakeDeviceRegistry devices = new FakeDeviceRegistry();
    private final AppPages pages = new AppPages(
            FakeRegistry.withEverybody(),
            sms,
            new RecordingAudit(),
            KeyRing.ephemeral(),
            devices,
            new FakePushGateway());
    private final FakeDevice phone = new FakeDevice("Pixel 9", InstantSource.system(), pages::post);
    private final Handover handover =
            new Handover(phone.sealingKey(), phone.signingKey(), phone.name(), phone.pushAddress());

    private String activate(String pin) {
        String begun = pages.begin(ANA.typedNumber(), ANA.typedContrast(), handover);
        assertThat(begun).startsWith("We have sent a PIN by SMS");
        String typed = pin.isEmpty() ? sms.phoneOf(ANA).lastPin() : pin;
        return pages.finish(LoginHandle.of(begun.lines().reduce("", (first, last) -> last)), typed, handover);
    }

    @Test
    void a_phone_is_activated_and_can_be_deactivated() {
        phone.keep(activate(""));
        assertThat(phone.poll()).isEmpty();
        assertThat(devices.activeOf(ANA)).isPresent();
        pages.deactivate(ANA.number(), "clerk");
        assertThat(devices.activeOf(ANA)).isEmpty();
    }

    @Test
    void and_not_with_a_wrong_pin() {
        assertThat(activate("AAAAAA")).isEqualTo("try again");
        assertThat(pages.begin(ANA.typedNumber(), "01-01-2031", handover)).isEqualTo("try again");
    }
}
