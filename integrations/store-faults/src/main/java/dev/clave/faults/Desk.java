package dev.clave.faults;

import dev.clave.faults.history.Recorder;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Message;
import dev.clave.spi.PinMessage;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Knows which call each thread is at, and so to which call a message, an event or a failed write belongs. */
final class Desk {
    private static final int KEPT = 500;

    private record Current(String call, String login, AtomicBoolean threw) {}

    private final Recorder recorder;
    private final Answers answers;
    private final Map<Thread, Current> current = new ConcurrentHashMap<>();
    private volatile FakeSmsGateway gateway = new FakeSmsGateway();
    private volatile RecordingAudit audit = new RecordingAudit();

    Desk(Recorder recorder, Answers answers) {
        this.recorder = recorder;
        this.answers = answers;
    }

    void begin(String call, String login) {
        current.put(Thread.currentThread(), new Current(call, login, new AtomicBoolean()));
    }

    void end() {
        current.remove(Thread.currentThread());
    }

    /** The fakes keep all that they were given, so they are renewed. */
    DeliveryResult deliver(Message message) {
        FakeSmsGateway now = gateway;
        DeliveryResult result = now.deliver(message);
        if (now.calls() > KEPT) {
            gateway = new FakeSmsGateway();
        }
        if (message instanceof PinMessage pin) {
            sent(pin);
        }
        return result;
    }

    private void sent(PinMessage message) {
        String id = message.id().value();
        int generation = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
        long expiresAt = message.expiresAt().toEpochMilli();
        recorder.sent(mine().call(), generation, expiresAt);
        answers.sms(mine().login(), generation, message.revealPin(), expiresAt);
    }

    void record(AuditEvent event) {
        RecordingAudit now = audit;
        if (event instanceof AuditEvent.AccessGranted) {
            recorder.audited(mine().call());
        }
        now.record(event);
        if (now.calls() > KEPT) {
            audit = new RecordingAudit();
        }
    }

    void writes() {
        if (mine().threw().get()) {
            recorder.threw(mine().call(), true);
        }
    }

    void threw() {
        mine().threw().set(true);
        recorder.threw(mine().call(), false);
    }

    private Current mine() {
        return Objects.requireNonNull(current.get(Thread.currentThread()), "a call that nobody made");
    }
}
