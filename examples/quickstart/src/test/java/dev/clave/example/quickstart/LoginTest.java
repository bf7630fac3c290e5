package dev.clave.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Clave;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.PinSent;
import dev.clave.spi.KeyRing;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

// spotless:off
// readme: test
class LoginTest {
    final FakeClock clock = new FakeClock();
    final FakeSmsGateway sms = new FakeSmsGateway();
    final Clave clave = Clave.builder()
        .registry(FakeRegistry.withEverybody()).channel(Route.SMS, sms)
        .audit(new RecordingAudit()).keys(KeyRing.ephemeral()).clock(clock).build();

    @Test
    void a_pin_lives_ten_minutes() {
        var login = (Identified) clave.identify(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedContrast());
        assertThat(clave.obtainPin(login.handle())).isInstanceOf(PinSent.class);
        String pin = sms.phoneOf(FakePeople.ANA).lastPin();
        clock.advance(Duration.ofMinutes(10));
        assertThat(clave.verify(login.handle(), pin)).isNotInstanceOf(Granted.class);
        assertThat(clave.requestAgain(login.handle())).isInstanceOf(PinSent.class);
        assertThat(clave.verify(login.handle(), sms.phoneOf(FakePeople.ANA).lastPin())).isInstanceOf(Granted.class);
    }
}
// readme: end
// spotless:on
