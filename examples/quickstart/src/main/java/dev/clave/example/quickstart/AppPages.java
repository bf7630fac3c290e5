package dev.clave.example.quickstart;

import dev.clave.Activated;
import dev.clave.Clave;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.NewDevice;
import dev.clave.PinOutcome;
import dev.clave.identity.IdentityNumber;
import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.KeyRing;
import dev.clave.spi.Language;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.Route;
import java.util.Optional;

/** What a host does for the app: an activation, and one address for everything else that the app asks. */
public final class AppPages {
    private final Clave clave;

    /**
     * What the app sends to be activated.
     *
     * @param sealingKey the key that PINs are sealed to
     * @param signingKey the key that its requests are verified by
     * @param name what the person calls the device
     * @param pushAddress where the push service reaches it
     */
    public record Handover(String sealingKey, String signingKey, String name, String pushAddress) {}

    /** Over what the host has. */
    public AppPages(
            PersonRegistry people,
            DeliveryChannel smsGateway,
            AuditSink auditLog,
            KeyRing keyRing,
            DeviceRegistry deviceTable,
            DeliveryChannel pushService) {
        // spotless:off
        // readme: app
        Clave clave = Clave.builder()
            .registry(people).channel(Route.SMS, smsGateway).audit(auditLog).keys(keyRing)
            .devices(deviceTable)                // who has the app: one device each, replaced by compare-and-set
            .channel(Route.APP, pushService)     // tells the app that there is a PIN, and does not carry it
            .build();
        // readme: end
        // spotless:on
        this.clave = clave;
    }

    /** First request of an activation, and the second: the PIN goes by SMS. */
    public String begin(String number, String datum, Handover app) {
        // spotless:off
        // readme: activation
        NewDevice device = NewDevice.of(app.sealingKey(), app.signingKey(), app.name(), app.pushAddress());
        if (!(clave.identify(LoginRequest.of(number, datum).toActivate(device)) instanceof Identified login)) return tryAgain();
        PinOutcome pin = clave.obtainPin(login.handle());                    // by SMS, at least 6 symbols
        // readme: pause
        return clave.sentences(Language.EN).of(pin) + '\n' + login.handle().revealToken();
    }

    /** Third request: the PIN that arrived, and the same device once more. */
    public String finish(LoginHandle handle, String typedPin, Handover app) {
        NewDevice device = NewDevice.of(app.sealingKey(), app.signingKey(), app.name(), app.pushAddress());
        // readme: resume
        // the PIN that arrived, and the same device once more
        if (!(clave.devices().activate(handle, typedPin, device) instanceof Activated activated)) return tryAgain();
        return activated.token().revealToken();                              // the app keeps it, and sends it along
        // readme: end
        // spotless:on
    }

    /** Whatever the app asks from then on. */
    public byte[] post(byte[] body) {
        // spotless:off
        // readme: answer
        byte[] answer = clave.devices().answer(body);                        // POST, application/json, no-store
        // readme: end
        // spotless:on
        return answer;
    }

    /** The page of an account. */
    public void deactivate(IdentityNumber person, String clerk) {
        // spotless:off
        // readme: account
        Optional<Device> active = clave.devices().of(person);                // for the page of the account
        active.ifPresent(device -> clave.devices().deactivate(person, device.id(), clerk));
        // readme: end
        // spotless:on
    }

    Clave clave() {
        return clave;
    }

    private static String tryAgain() {
        return "try again";
    }
}
