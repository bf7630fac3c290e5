package dev.clave.testkit;

import dev.clave.spi.Address;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Message;
import dev.clave.spi.SendId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the fake gateways share: they keep what they were given, and can refuse, fail and hang. */
abstract class FakeGateway implements DeliveryChannel {
    private final String name;
    private final Breakage breakage;
    private final Map<SendId, Message> known = new HashMap<>();
    private final Set<SendId> arrived = new HashSet<>();
    private final List<Message> sent = new ArrayList<>();

    private @Nullable AssertionError violation;
    private DeliveryResult.@Nullable Reason refusal;
    private @Nullable Gate before;
    private @Nullable Gate after;

    FakeGateway(String name) {
        this.name = name;
        breakage = new Breakage(name);
    }

    /** The one thing that is wrong with a message; it repeats nothing of it. */
    abstract Optional<String> problem(Message message);

    @Override
    public DeliveryResult deliver(Message message) {
        Objects.requireNonNull(message, "message");
        check(message);
        breakage.call();
        pass(gateBefore());
        Optional<DeliveryResult.Reason> reason = refusal();
        if (reason.isPresent()) {
            return DeliveryResult.refused(reason.get());
        }
        arrive(message);
        pass(gateAfter());
        return DeliveryResult.accepted();
    }

    /**
     * All that has been sent to anybody, the oldest first.
     *
     * @return a copy
     */
    public synchronized List<Message> sent() {
        rethrow();
        return List.copyOf(sent);
    }

    /**
     * How often it has been given a message, whatever became of it.
     *
     * @return the number of calls
     */
    public int calls() {
        return breakage.calls();
    }

    /**
     * Makes it refuse every message, until {@link #recover}.
     *
     * @param reason what it answers; nothing is sent, whatever the reason
     */
    public synchronized void refuse(DeliveryResult.Reason reason) {
        refusal = Objects.requireNonNull(reason, "reason");
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

    /**
     * Makes it hang: every call stops at the gate, with nothing sent. Opened, the gate lets the messages arrive, late.
     * A caller that is interrupted meanwhile leaves with a throw, and its message never arrives.
     *
     * @return the gate
     */
    public synchronized Gate hang() {
        before = new Gate();
        return before;
    }

    /**
     * Makes it send and then hang: every message arrives, and its answer waits at the gate.
     *
     * @return the gate
     */
    public synchronized Gate sendThenHang() {
        after = new Gate();
        return after;
    }

    /** Makes it work again. Whoever hangs is let go. */
    public synchronized void recover() {
        breakage.recover();
        refusal = null;
        if (before != null) {
            before.release();
            before = null;
        }
        if (after != null) {
            after.release();
            after = null;
        }
    }

    /** What has been sent to an address, the oldest first. */
    synchronized List<Message> sentTo(Address address) {
        rethrow();
        return sent.stream().filter(message -> message.to().equals(address)).toList();
    }

    private synchronized void check(Message message) {
        Message earlier = known.putIfAbsent(message.id(), message);
        if (earlier != null && !earlier.equals(message)) {
            violation = new AssertionError(name + " was given another message with a send id that it knows already");
        }
        problem(message)
                .ifPresent(problem -> violation = new AssertionError(name + " was given a bad message: " + problem));
        rethrow();
    }

    private synchronized void arrive(Message message) {
        if (arrived.add(message.id())) {
            sent.add(message);
        }
    }

    private synchronized Optional<DeliveryResult.Reason> refusal() {
        return Optional.ofNullable(refusal);
    }

    private synchronized @Nullable Gate gateBefore() {
        return before;
    }

    private synchronized @Nullable Gate gateAfter() {
        return after;
    }

    private void rethrow() {
        if (violation != null) {
            throw new AssertionError(violation.getMessage(), violation);
        }
    }

    private static void pass(@Nullable Gate gate) {
        if (gate != null) {
            gate.pass();
        }
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + calls() + " calls]";
    }
}
