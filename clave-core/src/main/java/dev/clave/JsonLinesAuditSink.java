package dev.clave;

import dev.clave.spi.AuditEvent;
import dev.clave.spi.AuditSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * An audit trail of one JSON object a line, in UTF-8: {@code {"event":"LoginOpened","subject":"…","at":"2026-05-04T08:00:00Z",…}}. The names are
 * those of {@link AuditEvent} and its components.
 *
 * <p>A line is handed to the operating system before the step goes on, in one piece. Safe for use by many threads.
 */
public final class JsonLinesAuditSink implements AuditSink, AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();

    private final OutputStream out;
    private final Lock lock = new ReentrantLock();

    /** Whether the last line may have been written in part: the next one begins a line of its own. */
    private boolean torn;

    /**
     * A trail on a stream.
     *
     * @param out where lines go; flushed after each, closed with this
     */
    public JsonLinesAuditSink(OutputStream out) {
        this.out = Objects.requireNonNull(out, "out");
    }

    /**
     * A trail at the end of a file, which is made when there is none.
     *
     * @param file the file
     * @return the trail
     * @throws UncheckedIOException if the file cannot be written to
     */
    public static JsonLinesAuditSink appendingTo(Path file) {
        try {
            return new JsonLinesAuditSink(
                    Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes an event.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    @Override
    public void record(AuditEvent event) {
        byte[] line = line(event);
        lock.lock();
        try {
            if (torn) {
                out.write('\n');
            }
            torn = true;
            out.write(line);
            out.flush();
            torn = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private static byte[] line(AuditEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeName("event");
            json.writeString(event.getClass().getSimpleName());
            for (RecordComponent component : event.getClass().getRecordComponents()) {
                json.writeName(component.getName());
                write(json, value(event, component));
            }
            json.writeEndObject();
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void write(JsonGenerator json, Object value) {
        if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }

    private static Object value(AuditEvent event, RecordComponent component) {
        try {
            return component.getAccessor().invoke(event);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("every component of a public record can be read", e);
        }
    }

    /**
     * Closes the stream.
     *
     * @throws UncheckedIOException if that fails
     */
    @Override
    public void close() {
        lock.lock();
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }
}
