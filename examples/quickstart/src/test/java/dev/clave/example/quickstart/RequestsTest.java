package dev.clave.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Clave;
import dev.clave.NotSent;
import dev.clave.PinSent;
import dev.clave.Reason;
import dev.clave.spi.KeyRing;
import dev.clave.spi.Route;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private final Requests requests = new Requests(Clave.builder()
            .registry(FakeRegistry.withEverybody())
            .channel(Route.SMS, new FakeSmsGateway())
            .audit(new RecordingAudit())
            .keys(KeyRing.ephemeral())
            .build());
    private final Map<String, String> cookies = new HashMap<>();

    @Test
    void a_browser_goes_on_by_its_cookie() {
        assertThat(requests.twoRequests(
                        FakePeople.ANA.typedNumber(),
                        FakePeople.ANA.typedContrast(),
                        InetAddress.getLoopbackAddress(),
                        cookies))
                .isInstanceOf(PinSent.class);
    }

    @Test
    void without_one_it_does_not() {
        assertThat(requests.twoRequests("99999018D", "01-01-2031", InetAddress.getLoopbackAddress(), cookies))
                .isEqualTo(new NotSent(Reason.NOT_CURRENT));
    }
}
