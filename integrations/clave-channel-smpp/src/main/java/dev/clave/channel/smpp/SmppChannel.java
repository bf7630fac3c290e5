package dev.clave.channel.smpp;

import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Message;
import dev.clave.spi.SendId;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends SMS to an SMSC over SMPP 3.4, by one bind.
 *
 * <pre>{@code
 * SmppChannel sms = SmppChannel.to("smsc.example", 2775)
 *     .systemId("myorg").password(password)
 *     .sender("MyOrg")
 *     .open();
 * }</pre>
 *
 * <p><b>A message is written at most once.</b> Before its first octet is written a failure is {@code UNREACHABLE} (or
 * {@code REJECTED}, if the message cannot be sent at all): nothing was sent. From then on only an answer of the SMSC
 * tells: a refusal, or {@code UNCONFIRMED} if none comes. It is never sent again.
 *
 * <p><b>Nothing waits for ever.</b> A call ends within the timeout: half of it may pass before the message is written,
 * with waiting for the window and with a bind; the rest is for the answer. (Only looking up the host's name may take
 * longer; that is the resolver's.)
 *
 * <p>When the bind is lost, the next message makes a new one, while others wait for it; after an attempt that failed
 * messages are refused at once, for 1 to 16 seconds. The channel starts no thread; jsmpp starts five for each bind.
 * They keep a process alive until the channel is closed.
 *
 * <p>Safe for use by many threads, virtual ones too.
 */
public final class SmppChannel implements DeliveryChannel, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmppChannel.class);

    private final Settings settings;
    private final Semaphore window;
    private final Binding binding;
    private final AtomicBoolean closed = new AtomicBoolean();

    SmppChannel(Settings settings) {
        this.settings = settings;
        this.window = new Semaphore(settings.window(), true);
        this.binding = new Binding(settings, new Receipts(settings.receipts()));
    }

    /**
     * A channel to be set up.
     *
     * @param host the SMSC's name or address
     * @param port its port; 2775 is SMPP's, 3550 often SMPP's over TLS
     * @return the builder
     */
    public static SmppChannelBuilder to(String host, int port) {
        return new SmppChannelBuilder(host, port);
    }

    /**
     * Hands a message to the SMSC, once.
     *
     * @param message what to send, to a telephone number
     * @return accepted, if the SMSC has taken it on; otherwise why not
     */
    @Override
    public DeliveryResult deliver(Message message) {
        SendId id = Objects.requireNonNull(message, "message").id();
        try {
            Optional<String> messageId = send(message, Deadline.in(settings.timeout()));
            LOG.debug("send {}: accepted, message id {}", id.value(), messageId.orElse("unreadable"));
            return DeliveryResult.accepted();
        } catch (Undelivered failed) {
            LOG.warn("send {}: {}, {}", id.value(), failed.reason(), failed.getMessage());
            return DeliveryResult.refused(failed.reason());
        }
    }

    private Optional<String> send(Message message, Deadline deadline) throws Undelivered {
        Submission submission = Submission.of(message, settings);
        mustBeOpen();
        enter(deadline);
        try {
            mustBeOpen();
            return binding.link(Duration.ofNanos(deadline.leftToWrite())).submit(submission, deadline);
        } finally {
            window.release();
        }
    }

    private void mustBeOpen() throws Undelivered {
        if (closed.get()) {
            throw Undelivered.unreachable("the channel is closed");
        }
    }

    private void enter(Deadline deadline) throws Undelivered {
        try {
            if (!window.tryAcquire(deadline.leftToWrite(), TimeUnit.NANOSECONDS)) {
                throw Undelivered.unreachable("the window is full");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Undelivered.unreachable("the thread was interrupted before it was written");
        }
    }

    /** Binds, if it can: it is tried again by the first message. */
    SmppChannel bound() {
        try {
            binding.link(settings.timeout());
        } catch (Undelivered down) {
            LOG.warn("opened without a bind: messages to {} are refused until there is one", settings.peer());
        }
        return this;
    }

    /**
     * Whether there is a bind, as far as is known here: for a health check. A bind that was lost is made again by the next message,
     * not by this.
     *
     * @return true if a message could be written now
     */
    public boolean isBound() {
        return binding.isUp();
    }

    /**
     * Takes no more messages, waits up to the timeout for the answers to those that are sent, and unbinds. What is not
     * answered then is {@code UNCONFIRMED}. A second call does nothing.
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            if (!window.tryAcquire(settings.window(), settings.timeout().toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn("closed with {} messages unanswered", binding.unanswered());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        binding.close();
    }

    @Override
    public String toString() {
        return "SmppChannel[" + settings.peer() + ", " + (isBound() ? "bound" : "not bound") + ", window "
                + settings.window() + ", " + binding.unanswered() + " unanswered]";
    }
}
