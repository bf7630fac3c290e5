package dev.clave.module.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Clave;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.LoginRequest;
import dev.clave.MemoryPinStore;
import dev.clave.PinSent;
import dev.clave.Purpose;
import dev.clave.Refused;
import dev.clave.Sentences;
import dev.clave.WrongPin;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.Language;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import org.junit.jupiter.api.Test;

/** Whole logins, with nothing but what the modules export. */
class LoginFromOutsideTest {
    private final FakeClock clock = new FakeClock();
    private final FakeSmsGateway sms = new FakeSmsGateway();
    private final RecordingAudit audit = new RecordingAudit();
    private final Clave clave = Clave.builder()
            .registry(FakeRegistry.withEverybody())
            .channel(Route.SMS, sms)
            .audit(audit)
            .keys(FakeKeyRing.fixed())
            .store(MemoryPinStore.withCapacity(100, clock))
            .clock(clock)
            .build();

    @Test
    void a_stranger_logs_a_person_in() {
        Identified login = (Identified) clave.identify("99999018D", "15-03-2031");
        PinSent sent = (PinSent) clave.obtainPin(login.handle(), "gato");
        Granted granted = (Granted)
                clave.verify(login.handle(), sms.phoneOf(FakePeople.ANA).lastPin());

        assertThat(sent.code()).isEqualTo("GATO");
        assertThat(granted.person()).isEqualTo(FakePeople.ANA.number());
        assertThat(audit.last(AuditEvent.AccessGranted.class).subject()).isNotEmpty();
    }

    @Test
    void a_stranger_has_a_text_signed() {
        LoginRequest request = LoginRequest.of("Z9999910K", "E00112233").toSign("a contract", "the contract");
        Identified login = (Identified) clave.identify(request);
        assertThat(clave.obtainPin(login.handle())).isInstanceOf(PinSent.class);
        String pin = sms.phoneOf(FakePeople.CAROL).lastPin();

        assertThat(clave.verify(login.handle(), pin, "another contract")).isInstanceOf(WrongPin.class);
        Granted granted = (Granted) clave.verify(login.handle(), pin, "the contract");
        assertThat(granted.purpose()).isInstanceOf(Purpose.Signature.class);
    }

    @Test
    void a_stranger_tells_people_what_happened() {
        Refused refused = (Refused) clave.identify("99999099K", "30-06-2031");
        assertThat(Sentences.in(Language.EU).of(refused)).isNotEmpty();
    }
}
