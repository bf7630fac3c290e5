package dev.clave.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.DeliveryResult;
import dev.clave.spi.DeliveryResult.Reason;
import dev.clave.spi.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SMPP over TLS, with a certificate of its own. */
class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static SSLContext context;

    @BeforeAll
    static void certificate() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("smsc.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=smsc",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        context = context(store);
    }

    private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return made;
    }

    private static FakeSmsc smsc() throws IOException {
        return new FakeSmsc(
                context.getServerSocketFactory().createServerSocket(0, 100, InetAddress.getLoopbackAddress()));
    }

    @Test
    void a_message_goes_by_tls() throws IOException {
        try (FakeSmsc smsc = smsc();
                SmppChannel channel = Given.builder(smsc.port())
                        .tls(context.getSocketFactory())
                        .open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
            assertThat(Given.text(smsc.taken().get(0))).isEqualTo(Given.TEXT);
            smsc.dropAll();
            Given.eventually("the loss must be seen", () -> !channel.isBound());
            assertThat(channel.deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
        }
    }

    @Test
    @DisplayName("L01 a certificate for another host: nothing is sent, not even the password")
    void another_host() throws IOException {
        try (FakeSmsc smsc = smsc();
                SmppChannel channel = SmppChannel.to("localhost", smsc.port())
                        .systemId(FakeSmsc.SYSTEM_ID)
                        .password(Secret.of(FakeSmsc.PASSWORD))
                        .sender("MyOrg")
                        .tls(context.getSocketFactory())
                        .open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNREACHABLE));
            assertThat(smsc.binds()).isEmpty();
        }
    }

    @Test
    void a_certificate_that_nobody_trusts() throws IOException {
        try (FakeSmsc smsc = smsc();
                SmppChannel channel = Given.builder(smsc.port())
                        .tls((SSLSocketFactory) SSLSocketFactory.getDefault())
                        .open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNREACHABLE));
            assertThat(smsc.binds()).isEmpty();
        }
    }

    @Test
    @DisplayName("D02 a server that does not speak TLS and says nothing: UNREACHABLE within the timeout")
    void silent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                SmppChannel channel = Given.builder(silent.getLocalPort())
                        .timeout(Duration.ofSeconds(1))
                        .tls(context.getSocketFactory())
                        .open()) {
            assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNREACHABLE));
        }
    }
}
