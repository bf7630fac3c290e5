package dev.clave.channel.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.PendingResponse;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One bind, from its connection to its end. A submit_sm is written by this class and its answer awaited by it, so that
 * it is known of each message whether its writing was begun: before that it was not sent, and after that only an
 * answer tells.
 */
final class Link extends SMPPSession {
    private static final Logger LOG = LoggerFactory.getLogger(SmppChannel.class);

    /** The bind is the first that is asked. */
    private static final int SEQUENCE_OF_BIND = 1;

    private final Settings settings;
    private final Wire wire;
    private final Answers answers;
    private volatile boolean bound;
    private volatile boolean leaving;

    private Link(Settings settings, Wire wire, Answers answers, Receipts receipts) {
        super(new QuietSender(), new Intake(answers, receipts), (host, port) -> wire);
        this.settings = settings;
        this.wire = wire;
        this.answers = answers;
        setMessageReceiverListener(receipts);
        setEnquireLinkTimer((int) settings.enquireLink().toMillis());
        setTransactionTimer(settings.timeout().toMillis());
        setQueueCapacity(100 + settings.window());
        wire.onClose(this::ended);
    }

    /** Connects and binds, within a time. */
    static Link bind(Settings settings, Receipts receipts, Duration timeout) throws Undelivered {
        Deadline deadline = Deadline.in(timeout);
        Wire wire;
        try {
            wire = Wire.open(settings, deadline);
        } catch (IOException | RuntimeException broken) {
            throw Undelivered.unreachable("no connection: " + broken);
        }
        Link link = new Link(settings, wire, new Answers(), receipts);
        try {
            long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline.left()));
            link.connectAndBind(settings.host(), settings.port(), parameters(settings), left);
        } catch (IOException | RuntimeException refused) {
            link.end();
            throw Undelivered.unreachable(why(refused));
        }
        link.bound = true;
        return link;
    }

    private static BindParameter parameters(Settings settings) {
        return new BindParameter(
                settings.receipts().isPresent() ? BindType.BIND_TRX : BindType.BIND_TX,
                settings.systemId(),
                settings.password().reveal(),
                settings.systemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "",
                InterfaceVersion.IF_34);
    }

    /** In words of our own: those of an exception may quote what was sent. */
    private static String why(Throwable refused) {
        Throwable cause = refused.getCause();
        if (cause instanceof NegativeResponseException negative) {
            return "the SMSC refused the bind: " + Status.name(negative.getCommandStatus());
        }
        return cause instanceof ResponseTimeoutException
                ? "the SMSC did not answer the bind in time"
                : "the connection broke during the bind";
    }

    /** Whether a message can be written. */
    boolean isUp() {
        return bound && wire.isOpen() && getSessionState().isTransmittable();
    }

    /** How many messages are not answered yet. */
    int unanswered() {
        return answers.count();
    }

    /**
     * Sends a message, once.
     *
     * @return the name that the SMSC gave it
     */
    Optional<String> submit(Submission submission, Deadline deadline) throws Undelivered {
        int sequence = sequence().nextValue();
        byte[] pdu = submission.pdu(sequence);
        Answer answer = answers.expect(sequence, submission.id());
        try {
            write(pdu, deadline);
            return answer.await(deadline);
        } finally {
            answers.remove(sequence);
            if (answer.saysUnbound()) {
                end();
            }
        }
    }

    private void write(byte[] pdu, Deadline deadline) throws Undelivered {
        boolean written;
        try {
            written = isUp() && wire.write(pdu, deadline.leftToWrite());
        } catch (IOException | RuntimeException broken) {
            end();
            throw Undelivered.unconfirmed("the connection broke while it was written");
        }
        if (!written) {
            throw Undelivered.unreachable("the connection was closed or busy before it was written");
        }
    }

    @Override
    protected PendingResponse<Command> removePendingResponse(int sequence) {
        Optional<Answer> answer = answers.remove(sequence);
        return answer.isPresent() ? answer.get() : super.removePendingResponse(sequence);
    }

    /** The connection was closed, by whomever: nobody need wait any longer. */
    private void ended() {
        answers.giveUp();
        PendingResponse<Command> bind = super.removePendingResponse(SEQUENCE_OF_BIND);
        if (bind != null) {
            bind.doneWithInvalidResponse(new InvalidResponseException("connection closed"));
        }
        if (bound && !leaving) {
            LOG.warn("the bind to {} was lost; the next message binds again", settings.peer());
        }
    }

    /** Takes leave, within the timeout. */
    void unbindAndEnd() {
        leaving = true;
        try {
            unbindAndClose();
        } catch (RuntimeException broken) {
            LOG.debug("unbind of {}: {}", settings.peer(), broken.getClass().getName());
        }
        end();
    }

    /** Closes everything; jsmpp does so only when it knows that there is something to close. */
    void end() {
        try {
            close();
            wire.close();
        } catch (IOException | RuntimeException broken) {
            LOG.debug(
                    "end of the bind to {}: {}",
                    settings.peer(),
                    broken.getClass().getName());
        }
    }
}
