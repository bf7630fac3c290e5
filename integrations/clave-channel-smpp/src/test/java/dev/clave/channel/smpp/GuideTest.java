package dev.clave.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.AccessOutcome;
import dev.clave.Clave;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.PinSent;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Route;
import dev.clave.spi.Secret;
import dev.clave.store.tests.GuideSamples;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.RecordingAudit;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the guide shows works. */
class GuideTest {

    @Test
    void samples_are_cut_from_here() throws IOException {
        assertThat(GuideSamples.check())
                .containsExactly("GuideTest", "GuideTest", "GuideTest", "HttpSmsGateway", "HttpSmsGatewayTest");
    }

    // spotless:off
    @Test
    @DisplayName("D11 a whole login whose PIN goes by SMPP")
    void whole_login() {
        try (FakeSmsc smsc = new FakeSmsc()) {
            String host = "127.0.0.1";
            int port = smsc.port();
            String password = FakeSmsc.PASSWORD;
            // readme: set-up
            SmppChannel sms = SmppChannel.to(host, port)
                    .systemId("myorg")
                    .password(Secret.of(password))
                    .sender("MyOrg")
                    .open();
            // readme: end
            Clave clave = Clave.builder()
                    .registry(FakeRegistry.withEverybody())
                    .channel(Route.SMS, sms)
                    .audit(new RecordingAudit())
                    .keys(FakeKeyRing.random())
                    .build();
            Identified login = (Identified) clave.identify(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedContrast());
            assertThat(clave.obtainPin(login.handle())).isInstanceOf(PinSent.class);
            AccessOutcome outcome = clave.verify(login.handle(), pinIn(Given.text(smsc.taken().get(0))));
            assertThat(outcome).isInstanceOf(Granted.class);
            assertThat(smsc.taken().get(0).getValidityPeriod()).matches("0000000009[0-9]{2}000R|000000001000000R");
            sms.close();
        }
    }

    private static String pinIn(String text) {
        Matcher pin = Pattern.compile("\\b[A-Z2-7]{6}\\b").matcher(text);
        assertThat(pin.find()).isTrue();
        return pin.group();
    }

    @Test
    void everything_set() throws NoSuchAlgorithmException {
        try (FakeSmsc smsc = new FakeSmsc()) {
            String host = "127.0.0.1";
            int port = smsc.port();
            Secret password = Secret.of(FakeSmsc.PASSWORD);
            // readme: receipts
            Map<DeliveryReceipt.State, LongAdder> counts = new ConcurrentHashMap<>();
            SmppChannelBuilder builder = SmppChannel.to(host, port)
                    .systemId("myorg").password(password).systemType("VMA")
                    .sender("25252", 3, 0)                        // source_addr, TON, NPI
                    .alphabet(Alphabet.LATIN_1)
                    .window(20)
                    .timeout(Duration.ofSeconds(5))
                    .enquireLink(Duration.ofSeconds(30))
                    .receipts(receipt -> counts.computeIfAbsent(receipt.state(), state -> new LongAdder()).increment());
            // readme: end
            try (SmppChannel channel = builder.open()) {
                assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
                smsc.deliver(4, "id:SMSC-1 stat:DELIVRD");
                assertThat(counts).containsOnlyKeys(DeliveryReceipt.State.DELIVERED);
            }
            // readme: tls
            SSLSocketFactory factory = SSLContext.getDefault().getSocketFactory();   // trusts what the JDK trusts
            builder.tls(factory);
            // readme: end
            try (SmppChannel channel = builder.open()) {
                assertThat(channel.isBound()).isFalse();
            }
        }
    }
    // spotless:on
}
