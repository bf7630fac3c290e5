package dev.clave.example.quickstart;

import dev.clave.Clave;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.PinSent;
import dev.clave.identity.IdentityNumber;
import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.KeyRing;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.Route;
import java.util.function.Supplier;

/** The three requests of a login, in one method. */
public final class LoginPages {
    private final PersonRegistry people;
    private final DeliveryChannel smsGateway;
    private final AuditSink auditLog;
    private final KeyRing keyRing;
    private String session = "no session";

    /** Over what the host has. */
    public LoginPages(PersonRegistry people, DeliveryChannel smsGateway, AuditSink auditLog, KeyRing keyRing) {
        this.people = people;
        this.smsGateway = smsGateway;
        this.auditLog = auditLog;
        this.keyRing = keyRing;
    }

    /** Plays a login; the person reads the PIN and types it. */
    public String logIn(Supplier<String> whatThePersonReads) {
        // spotless:off
        // readme: sample
        Clave clave = Clave.builder()
            .registry(people)                    // who is registered, and what their document says
            .channel(Route.SMS, smsGateway)      // how a PIN reaches them
            .audit(auditLog)                     // what is remembered
            .keys(keyRing)                       // so that no store ever holds a PIN or a person
            .build();                            // embedded default: an expiring store in memory

        // first request: the person types the number and the datum
        if (!(clave.identify("99999018D", "15-03-2031") instanceof Identified login)) return tryAgain();
        // second request: "Obtain PIN"; the page shows sent.code(), locked
        if (!(clave.obtainPin(login.handle()) instanceof PinSent sent)) return tryAgain();
        // readme: pause
        String typedPin = whatThePersonReads.get();
        // readme: resume
        // third request: the PIN that arrived
        if (clave.verify(login.handle(), typedPin) instanceof Granted granted) openSession(granted.person());
        // readme: end
        // spotless:on
        return session + " beside " + sent.code();
    }

    private void openSession(IdentityNumber person) {
        session = "session of " + person;
    }

    private static String tryAgain() {
        return "try again";
    }
}
