package dev.clave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.spi.AuditEvent;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.Route;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesAuditSinkTest {
    private static final Instant AT = Instant.parse("2026-05-04T08:00:00Z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonLinesAuditSink sink = new JsonLinesAuditSink(bytes);

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writes_one_object_a_line() {
        sink.record(new AuditEvent.LoginOpened("5ab", AT, "c0de", PurposeKind.SIGNATURE));
        sink.record(new AuditEvent.WrongPinGiven("5ab", AT, "c0de", 2, 1, false));
        assertThat(written())
                .isEqualTo("{\"event\":\"LoginOpened\",\"subject\":\"5ab\",\"at\":\"2026-05-04T08:00:00Z\","
                        + "\"login\":\"c0de\",\"purpose\":\"SIGNATURE\"}\n"
                        + "{\"event\":\"WrongPinGiven\",\"subject\":\"5ab\",\"at\":\"2026-05-04T08:00:00Z\","
                        + "\"login\":\"c0de\",\"attemptsLeft\":2,\"inARow\":1,\"blocked\":false}\n");
    }

    @Test
    @DisplayName("L03 whatever a name holds, an event is one line")
    void an_event_is_one_line() {
        sink.record(new AuditEvent.PersonUnblocked("5ab", AT, "eve\r\n{\"event\":\"AccessGranted\"}\u2028\"\\"));
        assertThat(written().lines()).hasSize(1);
        assertThat(written()).contains("\\r\\n{\\\"event\\\"");
    }

    @Test
    void appends_to_a_file(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("audit.jsonl");
        for (int i = 0; i < 2; i++) {
            try (JsonLinesAuditSink trail = JsonLinesAuditSink.appendingTo(file)) {
                trail.record(new AuditEvent.PinMade("5ab", AT, "c0de", Route.SMS, 1));
            }
        }
        assertThat(Files.readAllLines(file)).hasSize(2).allMatch(line -> line.contains("\"route\":\"SMS\""));
    }

    @Test
    void a_stream_that_fails_is_told() {
        JsonLinesAuditSink broken = new JsonLinesAuditSink(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        });
        assertThatThrownBy(() -> broken.record(new AuditEvent.LoginCancelled("5ab", AT, "c0de")))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_line_that_was_torn_does_not_spoil_the_next_one() {
        AtomicBoolean full = new AtomicBoolean(true);
        JsonLinesAuditSink disk = new JsonLinesAuditSink(new FilterOutputStream(bytes) {
            @Override
            public void write(byte[] line, int from, int length) throws IOException {
                out.write(line, from, full.get() ? length / 2 : length);
                if (full.getAndSet(false)) {
                    throw new IOException("No space left on device");
                }
            }
        });
        AuditEvent event = new AuditEvent.LoginCancelled("5ab", AT, "c0de");
        assertThatThrownBy(() -> disk.record(event)).isInstanceOf(UncheckedIOException.class);
        disk.record(event);
        disk.record(event);
        String whole =
                "{\"event\":\"LoginCancelled\",\"subject\":\"5ab\",\"at\":\"2026-05-04T08:00:00Z\",\"login\":\"c0de\"}";
        assertThat(written().lines().skip(1)).containsExactly(whole, whole);
    }
}
