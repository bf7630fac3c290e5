package dev.clave.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.spi.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A connection whose other side does not read: what an SMSC that hangs looks like once all buffers are full. */
class WireTest {
    private static final byte[] MORE_THAN_ALL_BUFFERS = new byte[64 << 20];
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(300);

    private final ServerSocket door = door();
    private final Wire wire = wire(Duration.ofMinutes(1));
    private final Socket unread = accepted();

    private static ServerSocket door() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private Wire wire(Duration timeout) {
        Settings settings = new Settings(
                "127.0.0.1",
                door.getLocalPort(),
                Optional.empty(),
                "a",
                Secret.of("b"),
                "",
                "",
                Source.of("MyOrg"),
                Alphabet.GSM_7,
                1,
                timeout,
                Duration.ofSeconds(30),
                Optional.empty(),
                InstantSource.system(),
                System::nanoTime);
        try {
            return Wire.open(settings, Deadline.in(Duration.ofSeconds(20)));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private Socket accepted() {
        try {
            return door.accept();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        unread.close();
        door.close();
    }

    @Test
    @DisplayName("D02 a write that the other side does not read ends in time, with the connection")
    void write_ends() throws IOException {
        Wire impatient = wire(Duration.ofMillis(400));
        assertThatThrownBy(() -> impatient.write(MORE_THAN_ALL_BUFFERS, SHORT)).isInstanceOf(IOException.class);
        assertThat(impatient.isOpen()).isFalse();
        assertThat(impatient.write(new byte[1], SHORT)).isFalse();
    }

    @Test
    @DisplayName("D02 while one write does not end, another one is not begun")
    void second_is_not_begun() throws IOException {
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> {
            try {
                return wire.write(MORE_THAN_ALL_BUFFERS, SHORT);
            } catch (IOException ended) {
                return false;
            }
        });
        Given.eventually("the first must write", () -> begun(unread));
        assertThat(wire.write(new byte[1], SHORT)).isFalse();
        assertThat(wire.isOpen()).isTrue();
        wire.close();
        assertThat(first.join()).isFalse();
    }

    private static boolean begun(Socket reader) {
        try {
            return reader.getInputStream().available() > 0;
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void a_closed_connection_is_not_written_to_and_tells_once() throws IOException {
        AtomicInteger told = new AtomicInteger();
        wire.onClose(told::incrementAndGet);
        wire.close();
        wire.close();
        assertThat(told).hasValue(1);
        assertThat(wire.write(new byte[1], SHORT)).isFalse();
        assertThatThrownBy(() -> wire.getOutputStream().write(new byte[1])).isInstanceOf(IOException.class);
    }

    @Test
    void what_is_written_arrives() throws IOException {
        wire.getOutputStream().write(7);
        assertThat(wire.write(new byte[] {8, 9}, SHORT)).isTrue();
        assertThat(unread.getInputStream().readNBytes(3)).containsExactly(7, 8, 9);
    }
}
