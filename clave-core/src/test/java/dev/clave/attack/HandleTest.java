package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.BrowserToken;
import dev.clave.Clave;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.NotSent;
import dev.clave.Reason;
import dev.clave.TryLater;
import dev.clave.attack.Desk.Ready;
import dev.clave.attack.Desk.Work;
import dev.clave.testkit.FakePeople;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Handles that are none, are altered, or are another tenant's: one answer, and the store is not asked. */
class HandleTest {
    private final Desk desk = new Desk();

    private static void notCurrent(Clave clave, LoginHandle handle) {
        assertThat(clave.verify(handle, "AAAAAA")).isEqualTo(new Denied(Reason.NOT_CURRENT));
        assertThat(clave.verify(handle, "AAAAAA", "text")).isEqualTo(new Denied(Reason.NOT_CURRENT));
        assertThat(clave.obtainPin(handle)).isEqualTo(new NotSent(Reason.NOT_CURRENT));
        assertThat(clave.obtainPin(handle, "GATO")).isEqualTo(new NotSent(Reason.NOT_CURRENT));
        assertThat(clave.requestAgain(handle)).isEqualTo(new NotSent(Reason.NOT_CURRENT));
        assertThat(clave.status(handle)).isEqualTo(new NotSent(Reason.NOT_CURRENT));
        assertThat(clave.cancel(handle)).isEqualTo(Reason.NOT_CURRENT);
        assertThat(clave.languageOf(handle)).isEmpty();
    }

    @Test
    @DisplayName("F05 garbage is not current, without a read")
    void garbage() {
        List<String> garbage =
                new ArrayList<>(List.of("", "A", "....", "\u0000", "ñ", "' OR 1=1 --", "A".repeat(1_000_000)));
        garbage.add(null);
        Work work = desk.workOf(() -> garbage.forEach(token -> notCurrent(desk.clave, LoginHandle.of(token))));
        assertThat(work).isEqualTo(new Work(0, 0, 0, 0, 0));
    }

    @Test
    @DisplayName("F05 a handle with any one character altered, cut or lengthened is garbage")
    void altered() {
        Ready login = desk.ready(FakePeople.ANA);
        String token = login.handle().revealToken();
        Work work = desk.workOf(() -> {
            for (int i = 0; i < token.length(); i++) {
                char other = token.charAt(i) == 'A' ? 'B' : 'A';
                LoginHandle altered = LoginHandle.of(token.substring(0, i) + other + token.substring(i + 1));
                assertThat(desk.clave.verify(altered, login.pin()))
                        .as("character %s", i)
                        .isEqualTo(new Denied(Reason.NOT_CURRENT));
            }
            notCurrent(desk.clave, LoginHandle.of(token.substring(1)));
            notCurrent(desk.clave, LoginHandle.of(token.substring(0, token.length() - 1)));
            notCurrent(desk.clave, LoginHandle.of(token + "A"));
            notCurrent(desk.clave, LoginHandle.of(token + "="));
        });
        assertThat(work).isEqualTo(new Work(0, 0, 0, 0, 0));
        assertThat(desk.clave.verify(login.handle(), login.pin())).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("F05 another tenant's handle is garbage, its persons are others, and its browsers unknown")
    void otherTenant() {
        Clave other = desk.builder().tenant("other").build();
        Granted granted = desk.logIn(FakePeople.ANA);
        Ready login = desk.later(Duration.ofMinutes(1)).ready(FakePeople.ANA);
        Work work = desk.workOf(() -> notCurrent(other, login.handle()));
        assertThat(work).isEqualTo(new Work(0, 0, 0, 0, 0));

        assertThat(other.identify(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedContrast()))
                .isInstanceOf(Identified.class);
        assertThat(desk.encoded().size()).isEqualTo(2);
        assertThat(desk.clave.verify(login.handle(), login.pin())).isInstanceOf(Granted.class);
        for (int i = 0; i < 50; i++) {
            other.identify(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedWrongContrast());
        }
        assertThat(other.identify(Desk.request(FakePeople.ANA).knownBy(granted.browser())))
                .isInstanceOf(TryLater.class);
    }

    @Test
    @DisplayName("F06 a browser token is no handle and a handle no browser token")
    void mixedUp() {
        Granted granted = desk.logIn(FakePeople.ANA);
        notCurrent(desk.clave, LoginHandle.of(granted.browser().revealToken()));
        LoginHandle handle = desk.open(FakePeople.CAROL);
        assertThat(desk.clave.identify(Desk.request(FakePeople.ANA).knownBy(BrowserToken.of(handle.revealToken()))))
                .isInstanceOf(Identified.class);
    }
}
