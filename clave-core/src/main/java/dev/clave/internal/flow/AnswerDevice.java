package dev.clave.internal.flow;

import dev.clave.Reason;
import dev.clave.internal.app.DeviceAnswer;
import dev.clave.internal.app.DeviceRequest;
import dev.clave.internal.app.DeviceRequestReader;
import dev.clave.internal.app.Shown;
import dev.clave.internal.crypto.DeviceContent;
import dev.clave.internal.crypto.DeviceSignatures;
import dev.clave.internal.entries.Entries.Settled;
import dev.clave.internal.state.LivePin;
import dev.clave.internal.state.Login;
import dev.clave.internal.state.SealedPin;
import dev.clave.internal.state.Stopped;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.Device;
import dev.clave.spi.EntryKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A device asks. Whoever it is, and however wrong the request, it is answered alike and for the same work: a token is opened, a signature
 * verified, an entry read.
 */
public final class AnswerDevice {
    /** How far a device's time may be from the server's. */
    private static final long MOST_SKEW = Duration.ofMinutes(2).toMillis();

    /** What is read for a token that is none, so that it takes the same work. */
    private static final EntryKey NOBODYS = new EntryKey(0, 0);

    private final Workbench bench;
    private final Deactivate deactivate;

    /** How it ended, for the counts: the device is not told why it got nothing. */
    public enum End {
        /** There was a PIN for the device. */
        SHOWN,
        /** There was none. */
        NOTHING,
        /** What was asked for has been done. */
        DONE,
        /** What was asked for could not be done: there was no such login any more. */
        NOT_DONE,
        /** It was no request. */
        MALFORMED,
        /** The token was not given by this server, or not to this tenant. */
        UNKNOWN_TOKEN,
        /** The signature was not the device's. */
        FORGED,
        /** The device's time was over 2 minutes from the server's. */
        UNTIMELY
    }

    /**
     * What came of it.
     *
     * @param end how it ended
     * @param time the server's time, in milliseconds
     * @param answer what the device is told
     */
    public record Answered(End end, long time, DeviceAnswer answer) {
        /** What the device is sent. */
        public byte[] body() {
            return answer.bytes(time);
        }
    }

    /** Of this workbench. */
    public AnswerDevice(Workbench bench, Deactivate deactivate) {
        this.bench = bench;
        this.deactivate = deactivate;
    }

    /** Answers a request, whatever it is. */
    public Answered answer(byte[] body) {
        return DeviceRequestReader.read(body).map(this::answer).orElseGet(() -> answered(End.MALFORMED));
    }

    private Answered answer(DeviceRequest request) {
        Optional<DeviceContent> token = bench.tokens().open(request.token());
        PublicKey key = token.map(DeviceContent::signing).orElseGet(DeviceSignatures::nobodys);
        boolean signed = DeviceSignatures.verify(key, request.signed(), request.signature());
        long now = bench.clock().millis();
        if (token.isEmpty()) {
            return refused(NOBODYS, End.UNKNOWN_TOKEN);
        }
        if (!signed) {
            return refused(token.get().entry(), End.FORGED);
        }
        return request.time() < now - MOST_SKEW || request.time() > now + MOST_SKEW
                ? refused(token.get().entry(), End.UNTIMELY)
                : answer(request, token.get());
    }

    private Answered refused(EntryKey entry, End end) {
        bench.entries().updatePerson(entry, (state, now) -> state.stay(end));
        return answered(end);
    }

    private Answered answer(DeviceRequest request, DeviceContent token) {
        return switch (request.ask()) {
            case POLL -> poll(token);
            case NOT_ME -> notMe(request, token);
            case DEACTIVATE -> {
                deactivate.byDevice(token);
                yield answered(End.DONE);
            }
        };
    }

    private Answered poll(DeviceContent token) {
        Optional<Login> login = bench.entries()
                .updatePerson(
                        token.entry(), (state, now) -> state.stay(state.shownOn(token.device(), bench.policy(), now)))
                .answer();
        return login.map(this::shown).orElseGet(() -> answered(End.NOTHING));
    }

    private Answered shown(Login login) {
        LivePin pin = Objects.requireNonNull(login.pin());
        SealedPin sealed = Objects.requireNonNull(pin.sealed());
        byte[] shown = new Shown(bench.organisation(), login.purpose(), pin).bytes(bench.policy());
        return new Answered(End.SHOWN, bench.clock().millis(), DeviceAnswer.of(login.id(), shown, sealed));
    }

    private Answered notMe(DeviceRequest request, DeviceContent token) {
        Settled<Stopped> settled = bench.entries()
                .updatePerson(
                        token.entry(),
                        (state, now) -> isActive(token)
                                ? state.disown(request.login(), request.generation(), bench.policy(), now)
                                : state.stay(new Stopped(Reason.NOT_CURRENT)));
        if (settled.written()) {
            record(request, token, settled);
        }
        return answered(settled.answer().reason() == Reason.CANCELLED ? End.DONE : End.NOT_DONE);
    }

    private boolean isActive(DeviceContent token) {
        return bench.devices()
                .active(token.number())
                .map(Device::id)
                .filter(token.device()::equals)
                .isPresent();
    }

    private void record(DeviceRequest request, DeviceContent token, Settled<Stopped> settled) {
        bench.host()
                .record(new AuditEvent.LoginDisowned(
                        token.subject(),
                        Instant.ofEpochMilli(bench.entries().now(settled)),
                        request.login().hex(),
                        token.device().hex(),
                        request.generation()));
    }

    private Answered answered(End end) {
        DeviceAnswer answer = end == End.DONE ? DeviceAnswer.DONE : DeviceAnswer.NOTHING;
        return new Answered(end, bench.clock().millis(), answer);
    }
}
