package dev.clave.channel.smpp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An SMSC of jsmpp's own, which is strict: it takes submit_sm alone, and knows its one customer by name and password. */
final class FakeSmsc extends SubmitsOnly implements AutoCloseable {
    static final String SYSTEM_ID = "myorg";
    static final String PASSWORD = "Pw-42xyz";

    /** What is done with a message. */
    interface Behaviour {
        /** Its name, unless it throws. */
        String take(SubmitSm message, SMPPServerSession from) throws ProcessRequestException;
    }

    /** Looked up here, so that logging is set up before there is a second thread. */
    private static final Logger LOG = LoggerFactory.getLogger(FakeSmsc.class);

    private final SMPPServerSessionListener door;
    private final Thread porter;
    private final int port;
    private final List<SubmitSm> taken = new CopyOnWriteArrayList<>();
    private final List<BindRequest> binds = new CopyOnWriteArrayList<>();
    private final Map<String, SMPPServerSession> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger names = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Behaviour behaviour = this::named;
    private volatile int refusesBinds;
    private volatile boolean hangsAtBind;
    private volatile boolean dropsAtBind;

    FakeSmsc() {
        this(0);
    }

    FakeSmsc(int port) {
        this(socket(port));
    }

    FakeSmsc(ServerSocket socket) {
        port = socket.getLocalPort();
        try {
            door = new SMPPServerSessionListener(port, new Listening(socket));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        door.setPduProcessorDegree(64);
        door.setMessageReceiverListener(this);
        porter = daemon(this::accept);
    }

    private static ServerSocket socket(int port) {
        try {
            return new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The socket is bound already, so that its port is known. */
    private record Listening(ServerSocket socket) implements ServerConnectionFactory {
        @Override
        public ServerConnection listen(int port) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout) {
            return listen(port);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) {
            return listen(port);
        }
    }

    int port() {
        return port;
    }

    /** What was taken on, or refused: whatever was read, the oldest first. */
    List<SubmitSm> taken() {
        return taken;
    }

    List<BindRequest> binds() {
        return binds;
    }

    FakeSmsc behaves(Behaviour next) {
        behaviour = next;
        return this;
    }

    /** From now on every message is refused. */
    FakeSmsc refuses(int status) {
        return behaves((message, from) -> {
            throw new ProcessRequestException("refused on purpose", status);
        });
    }

    /** From now on no message is answered. */
    FakeSmsc hangs() {
        return behaves((message, from) -> hang());
    }

    /** From now on the connection is closed when a message was read. */
    FakeSmsc drops() {
        return behaves((message, from) -> {
            from.close();
            return named(message, from);
        });
    }

    /** From now on no bind is taken; 0 takes them again. */
    void refusesBinds(int status) {
        refusesBinds = status;
    }

    void hangsAtBind(boolean hangs) {
        hangsAtBind = hangs;
    }

    void dropsAtBind(boolean drops) {
        dropsAtBind = drops;
    }

    /** Closes the connections that are open. */
    void dropAll() {
        sessions.values().forEach(SMPPServerSession::close);
        sessions.clear();
    }

    /** Takes leave of the customers that are bound. */
    void unbindAll() {
        sessions.values().forEach(SMPPServerSession::unbindAndClose);
        sessions.clear();
    }

    int sessions() {
        return (int) sessions.values().stream()
                .filter(session -> session.getSessionState().isBound())
                .count();
    }

    String named(SubmitSm message, SMPPServerSession from) {
        return "SMSC-" + names.incrementAndGet();
    }

    private String hang() throws ProcessRequestException {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new ProcessRequestException("hung on purpose", 8);
    }

    private void accept() {
        try {
            while (end.getCount() > 0) {
                SMPPServerSession session = door.accept();
                daemon(() -> bind(session));
            }
        } catch (IOException closed) {
            LOG.debug("closed");
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            session.setEnquireLinkTimer(60_000);
            BindRequest request = session.waitForBind(30_000);
            binds.add(request);
            if (end.getCount() == 0) {
                session.close();
            } else if (hangsAtBind) {
                end.await();
            } else if (dropsAtBind) {
                session.close();
            } else if (refusesBinds != 0) {
                request.reject(refusesBinds);
            } else {
                accept(session, request);
            }
        } catch (IOException | TimeoutException | PDUStringException | IllegalStateException gone) {
            session.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(SMPPServerSession session, BindRequest request) throws IOException, PDUStringException {
        if (!SYSTEM_ID.equals(request.getSystemId())) {
            request.reject(0x0F);
        } else if (!PASSWORD.equals(request.getPassword())) {
            request.reject(0x0E);
        } else {
            sessions.put(session.getSessionId(), session);
            request.accept("fake");
        }
    }

    /** Sends a receipt in the usual words, or whatever the text is. */
    void deliver(int esmClass, String text, OptionalParameter... parameters) {
        SMPPServerSession session = sessions.values().iterator().next();
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    "34600000018",
                    TypeOfNumber.ALPHANUMERIC,
                    NumberingPlanIndicator.UNKNOWN,
                    "MyOrg",
                    new ESMClass(esmClass),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    DataCodings.ZERO,
                    text.getBytes(US_ASCII),
                    parameters);
        } catch (PDUException | ResponseTimeoutException | NegativeResponseException | IOException unexpected) {
            throw new AssertionError("a deliver_sm must be taken: " + unexpected, unexpected);
        } catch (InvalidResponseException unexpected) {
            throw new AssertionError("a deliver_sm must be answered: " + unexpected, unexpected);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fake-smsc");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Nobody comes in after this: a thread that accepts can take one more from a door that is closed. */
    @Override
    public void close() {
        end.countDown();
        try {
            door.close();
            porter.join(Given.PATIENCE.toMillis());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        dropAll();
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession from) throws ProcessRequestException {
        taken.add(message);
        try {
            return new SubmitSmResult(new MessageId(behaviour.take(message, from)), new OptionalParameter[0]);
        } catch (PDUStringException unfit) {
            throw new AssertionError(unfit);
        }
    }
}
