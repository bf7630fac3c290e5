package dev.clave.example.quickstart;

import dev.clave.BrowserToken;
import dev.clave.Clave;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.Origin;
import dev.clave.PinOutcome;
import dev.clave.spi.Language;
import java.net.InetAddress;
import java.util.Map;

/** What goes to the browser and comes back from it. */
public final class Requests {
    private final Clave clave;

    /** Over this clave. */
    public Requests(Clave clave) {
        this.clave = clave;
    }

    /** Two requests of one browser. */
    public PinOutcome twoRequests(String number, String datum, InetAddress address, Map<String, String> cookies) {
        // spotless:off
        // readme: cookies
        LoginRequest request = LoginRequest.of(number, datum)
            .from(Origin.of(address))                                        // an InetAddress: of the connection, not of a header
            .in(Language.GL)                                                 // clave.languageOf(handle) on later pages
            .knownBy(BrowserToken.of(cookies.get("known")));                 // null, garbage and strangers' count for nothing
        if (clave.identify(request) instanceof Identified login) {
            cookies.put("login", login.handle().revealToken());              // HttpOnly, Secure, SameSite=Strict
        }
        // the next request
        PinOutcome pin = clave.obtainPin(LoginHandle.of(cookies.get("login")));
        // readme: end
        // spotless:on
        return pin;
    }
}
