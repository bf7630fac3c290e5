package dev.clave.channel.smpp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.clave.channel.smpp.DeliveryReceipt.State;
import dev.clave.spi.SendId;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUComposer;
import org.jsmpp.util.PDUDecomposer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the host of delivery receipts, and of nothing else that comes in. */
final class Receipts implements MessageReceiverListener {
    /** A receipt that comes after so many other messages is no longer told apart. */
    static final int REMEMBERED = 10_000;

    /** jsmpp has three threads for what comes in: one at the least is left to take answers. */
    private static final int AT_ONCE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(SmppChannel.class);
    private static final PDUComposer COMPOSER = new DefaultComposer();
    private static final PDUDecomposer DECOMPOSER = new DefaultDecomposer();
    private static final Pattern ID = Pattern.compile("\\bid:([!-~]{1,64})(?:\\s|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATE = Pattern.compile("\\bstat:([A-Z]{1,10})\\b", Pattern.CASE_INSENSITIVE);
    private static final byte RECEIPT = 0x04;
    private static final byte ZERO = 0;

    private final Optional<Consumer<DeliveryReceipt>> listener;
    private final Semaphore telling = new Semaphore(AT_ONCE);
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, SendId> sent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SendId> eldest) {
            return size() > REMEMBERED;
        }
    };

    Receipts(Optional<Consumer<DeliveryReceipt>> listener) {
        this.listener = listener;
    }

    /** The name that the SMSC gave to a message, if anybody will want to know. */
    void remember(String messageId, SendId id) {
        if (listener.isPresent()) {
            lock.lock();
            try {
                sent.put(messageId, id);
            } finally {
                lock.unlock();
            }
        }
    }

    private Optional<SendId> sendId(String messageId, State state) {
        lock.lock();
        try {
            return Optional.ofNullable(state.isFinal() ? sent.remove(messageId) : sent.get(messageId));
        } finally {
            lock.unlock();
        }
    }

    /**
     * A deliver_sm without what nobody should see: no numbers, no text. A receipt keeps its message id and state, as
     * parameters; one that cannot be read keeps neither.
     */
    static byte[] essence(int sequence, byte[] pdu) throws IOException {
        try {
            DeliverSm whole = DECOMPOSER.deliverSm(pdu);
            return whole.isSmscDeliveryReceipt() ? receipt(sequence, whole) : bare(sequence, ZERO);
        } catch (PDUStringException | RuntimeException malformed) {
            return bare(sequence, RECEIPT);
        }
    }

    private static byte[] receipt(int sequence, DeliverSm whole) throws IOException {
        String text = new String(whole.getShortMessage(), ISO_8859_1);
        Optional<String> id = Optional.ofNullable(
                        whole.getOptionalParameter(OptionalParameter.Receipted_message_id.class))
                .flatMap(told -> MessageIds.readable(told.getValueAsString()))
                .or(() -> found(ID, text));
        Optional<State> state = Optional.ofNullable(whole.getOptionalParameter(OptionalParameter.Message_state.class))
                .map(told -> State.of(told.getValue()))
                .or(() -> found(STATE, text).map(State::of));
        return id.isEmpty() || state.isEmpty()
                ? bare(sequence, RECEIPT)
                : bare(
                        sequence,
                        RECEIPT,
                        new OptionalParameter.Receipted_message_id(id.get()),
                        new OptionalParameter.Message_state(state.get().number()));
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static byte[] bare(int sequence, byte esmClass, OptionalParameter... parameters) throws IOException {
        try {
            return COMPOSER.deliverSm(
                    sequence,
                    "",
                    ZERO,
                    ZERO,
                    "",
                    ZERO,
                    ZERO,
                    "",
                    esmClass,
                    ZERO,
                    ZERO,
                    ZERO,
                    ZERO,
                    new byte[0],
                    parameters);
        } catch (PDUStringException never) {
            throw new IOException("a deliver_sm that cannot be written again");
        }
    }

    /** What is not for the host is taken and forgotten: the SMSC would only send it again. */
    @Override
    public void onAcceptDeliverSm(DeliverSm essence) throws ProcessRequestException {
        OptionalParameter.Receipted_message_id id =
                essence.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        OptionalParameter.Message_state state = essence.getOptionalParameter(OptionalParameter.Message_state.class);
        if (!essence.isSmscDeliveryReceipt()) {
            LOG.debug("a message that is no delivery receipt was dropped");
        } else if (id == null || state == null) {
            LOG.warn("a delivery receipt that cannot be read was dropped");
        } else {
            tell(id.getValueAsString(), State.of(state.getValue()));
        }
    }

    private void tell(String messageId, State state) throws ProcessRequestException {
        if (!telling.tryAcquire()) {
            throw new ProcessRequestException("the listener is busy", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
        try {
            DeliveryReceipt receipt = new DeliveryReceipt(sendId(messageId, state), messageId, state);
            listener.ifPresent(host -> host.accept(receipt));
        } catch (RuntimeException failed) {
            LOG.warn(
                    "the listener of delivery receipts threw {}",
                    failed.getClass().getName());
        } finally {
            telling.release();
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // None comes through.
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session session) throws ProcessRequestException {
        throw new ProcessRequestException("not for this application", SMPPConstant.STAT_ESME_RX_R_APPN);
    }
}
