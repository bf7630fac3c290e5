package dev.clave.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.KeyRing;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import org.junit.jupiter.api.Test;

class LoginPagesTest {
    private final FakeSmsGateway sms = new FakeSmsGateway();
    private final LoginPages pages =
            new LoginPages(FakeRegistry.withEverybody(), sms, new RecordingAudit(), KeyRing.ephemeral());

    @Test
    void the_sample_logs_in() {
        assertThat(pages.logIn(() -> sms.phoneOf(FakePeople.ANA).lastPin()))
                .matches("session of \\*{3}9901\\*\\* beside [A-Z0-9]{4}");
    }

    @Test
    void and_does_not_with_a_wrong_pin() {
        assertThat(pages.logIn(() -> "AAAAAA".equals(sms.phoneOf(FakePeople.ANA).lastPin()) ? "BBBBBB" : "AAAAAA"))
                .startsWith("no session");
    }
}
