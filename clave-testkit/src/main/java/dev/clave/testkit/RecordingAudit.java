package dev.clave.testkit;

import dev.clave.spi.AuditEvent;
import dev.clave.spi.AuditSink;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** An audit that a test can read, and break. An event at which it fails is not recorded. */
public final class RecordingAudit implements AuditSink {
    private final List<AuditEvent> events = new CopyOnWriteArrayList<>();
    private final Breakage breakage = new Breakage("the audit");

    /** An audit without events. */
    public RecordingAudit() {}

    @Override
    public void record(AuditEvent event) {
        Objects.requireNonNull(event, "event");
        breakage.call();
        events.add(event);
    }

    /**
     * All events, the oldest first.
     *
     * @return a copy
     */
    public List<AuditEvent> events() {
        return List.copyOf(events);
    }

    /**
     * The events of a type, the oldest first.
     *
     * @param type the type
     * @param <E> the type
     * @return a copy
     */
    public <E extends AuditEvent> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /**
     * The last event of a type.
     *
     * @param type the type
     * @param <E> the type
     * @return the event
     * @throws AssertionError if there is none
     */
    public <E extends AuditEvent> E last(Class<E> type) {
        List<E> found = all(type);
        if (found.isEmpty()) {
            throw new AssertionError(
                    "no " + type.getSimpleName() + " was recorded, but " + events.size() + " other events");
        }
        return found.get(found.size() - 1);
    }

    /**
     * How often it was given an event, the calls that failed included.
     *
     * @return the number of calls
     */
    public int calls() {
        return breakage.calls();
    }

    /** Makes every call fail, until {@link #recover}. */
    public void failAlways() {
        breakage.failAlways();
    }

    /**
     * Makes one call fail.
     *
     * @param n which, from now on: 1 is the next
     */
    public void failOnCall(int n) {
        breakage.failOnCall(n);
    }

    /** Makes it work again. */
    public void recover() {
        breakage.recover();
    }

    @Override
    public String toString() {
        return "RecordingAudit[" + events.size() + " events]";
    }
}
