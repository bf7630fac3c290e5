package dev.clave.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.BrowserToken;
import dev.clave.Clave;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.PinSent;
import dev.clave.spi.HostKey;
import dev.clave.spi.KeyRing;
import dev.clave.spi.Message;
import dev.clave.spi.PinMessage;
import dev.clave.spi.Route;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.LeakDetector;
import dev.clave.testkit.RecordingAudit;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a host may print, log or send as JSON by mistake. */
class RedactionTest {
    private static final FakePerson ANA = FakePeople.ANA;

    private final FakeSmsGateway sms = new FakeSmsGateway();
    private final RecordingAudit audit = new RecordingAudit();
    private final Clave clave = Clave.builder()
            .registry(FakeRegistry.withEverybody())
            .channel(Route.SMS, sms)
            .audit(audit)
            .keys(KeyRing.ephemeral())
            .build();
    private final LeakDetector leaks = new LeakDetector().watch(ANA);

    private List<Object> everythingOfALogin() {
        LoginRequest request = LoginRequest.of(ANA.typedNumber(), ANA.typedContrast());
        Identified login = (Identified) clave.identify(request);
        PinSent sent = (PinSent) clave.obtainPin(login.handle());
        PinMessage message = (PinMessage) sms.sent().get(0);
        Granted granted = (Granted) clave.verify(login.handle(), message.revealPin());
        leaks.watch(message)
                .watch("handle", login.handle().revealToken())
                .watch("browser token", granted.browser().revealToken());
        return List.of(
                request, login, sent, granted, message, audit.events(), ANA.number(), ANA.person(), ANA.phone(), clave);
    }

    @Test
    @DisplayName("L01 nothing prints a PIN, a handle, a number, a datum or a phone")
    void to_string() {
        for (Object thing : everythingOfALogin()) {
            leaks.check(thing.toString());
        }
    }

    @Test
    @DisplayName("L01 a JSON mapper finds none either, by default or when it looks at fields")
    void json() {
        JsonMapper mapper = JsonMapper.builder().build();
        for (Object thing : everythingOfALogin()) {
            leaks.check(mapper.writeValueAsString(thing));
            leaks.check(mapper.writeValueAsString(Map.of("it", thing)));
        }
    }

    @Test
    @DisplayName("the detector would have found them")
    void the_detector_finds() {
        everythingOfALogin();
        Message message = sms.sent().get(0);
        assertThatThrownBy(() -> leaks.check(message.text().reveal())).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> leaks.check(ANA.number().value())).isInstanceOf(AssertionError.class);
    }

    @Test
    void secrets_are_not_serializable() {
        byte[] material = new byte[32];
        new SecureRandom().nextBytes(material);
        assertThat(List.of(
                        LoginHandle.of("x"),
                        BrowserToken.of("x"),
                        HostKey.of("k", material),
                        ANA.number(),
                        ANA.phone(),
                        ANA.person(),
                        ANA.person().contrast()))
                .noneMatch(Serializable.class::isInstance);
    }
}
