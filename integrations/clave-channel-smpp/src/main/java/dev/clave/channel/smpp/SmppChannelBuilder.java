package dev.clave.channel.smpp;

import dev.clave.spi.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Sets a channel up. Lengths are those of SMPP 3.4. */
public final class SmppChannelBuilder {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration LONGEST_IDLE = Duration.ofHours(1);
    private static final int LONGEST_SYSTEM_ID = 15;
    private static final int LONGEST_PASSWORD = 8;
    private static final int LONGEST_SYSTEM_TYPE = 12;
    private static final int LONGEST_SERVICE_TYPE = 5;
    private static final int LONGEST_ADDRESS = 20;
    private static final int LONGEST_NAME = 11;
    private static final int WIDEST = 1_000;
    private static final int HIGHEST_PORT = 65_535;
    private static final int OCTET = 255;

    private final String host;
    private final int port;
    private @Nullable String systemId;
    private @Nullable Secret password;
    private @Nullable Source source;
    private String systemType = "";
    private String serviceType = "";
    private Alphabet alphabet = Alphabet.GSM_7;
    private int window = 10;
    private Duration timeout = Duration.ofSeconds(5);
    private Duration enquireLink = Duration.ofSeconds(30);
    private Optional<SSLSocketFactory> tls = Optional.empty();
    private Optional<Consumer<DeliveryReceipt>> receipts = Optional.empty();
    private InstantSource clock = InstantSource.system();
    private LongSupplier nanoTime = System::nanoTime;

    SmppChannelBuilder(String host, int port) {
        this.host = Objects.requireNonNull(host, "host");
        this.port = port;
    }

    /**
     * The {@code system_id}: who binds. Required.
     *
     * @param id 1 to 15 printable ASCII characters
     * @return this
     */
    public SmppChannelBuilder systemId(String id) {
        systemId = Objects.requireNonNull(id, "systemId");
        return this;
    }

    /**
     * The password of the bind. Required; an empty one where the SMSC knows you by your address. Without {@link #tls} it
     * travels in clear, as do all messages.
     *
     * @param secret 0 to 8 printable ASCII characters
     * @return this
     */
    public SmppChannelBuilder password(Secret secret) {
        password = Objects.requireNonNull(secret, "password");
        return this;
    }

    /**
     * The {@code source_addr}: who a message is from, as the SMSC has agreed to. Required. With a plus sign and digits it is
     * an international number (TON 1, NPI 1), of digits alone a short code (TON 3, NPI 0), otherwise a name (TON 5, NPI 0).
     *
     * @param address a name of up to 11 printable ASCII characters, or a number of up to 20 digits
     * @return this
     */
    public SmppChannelBuilder sender(String address) {
        source = Source.of(address);
        return this;
    }

    /**
     * The {@code source_addr} with the TON and NPI that the SMSC wants.
     *
     * @param address up to 11 printable ASCII characters for TON 5 (alphanumeric), up to 20 for any other
     * @param ton {@code source_addr_ton}, the type of number, such as 1 (international) or 5 (alphanumeric)
     * @param npi {@code source_addr_npi}, the numbering plan indicator, such as 0 (unknown) or 1 (ISDN, E.164)
     * @return this
     */
    public SmppChannelBuilder sender(String address, int ton, int npi) {
        source = new Source(Objects.requireNonNull(address, "address"), ton, npi);
        return this;
    }

    /**
     * The {@code system_type} of the bind.
     *
     * @param type up to 12 printable ASCII characters; none unless set
     * @return this
     */
    public SmppChannelBuilder systemType(String type) {
        systemType = Objects.requireNonNull(type, "systemType");
        return this;
    }

    /**
     * The {@code service_type} of a message.
     *
     * @param type up to 5 printable ASCII characters; none unless set
     * @return this
     */
    public SmppChannelBuilder serviceType(String type) {
        serviceType = Objects.requireNonNull(type, "serviceType");
        return this;
    }

    /**
     * How characters travel.
     *
     * @param choice {@link Alphabet#GSM_7} unless set
     * @return this
     */
    public SmppChannelBuilder alphabet(Alphabet choice) {
        alphabet = Objects.requireNonNull(choice, "alphabet");
        return this;
    }

    /**
     * How many messages may be unanswered at a time: what the SMSC allows. More wait, for half of the timeout.
     *
     * @param messages 1 to 1,000; 10 unless set
     * @return this
     */
    public SmppChannelBuilder window(int messages) {
        window = messages;
        return this;
    }

    /**
     * How long a message may take in all, for a person waits for it. Half of it is the longest that a bind may take.
     *
     * @param duration 100 ms to 1 minute; 5 seconds unless set
     * @return this
     */
    public SmppChannelBuilder timeout(Duration duration) {
        timeout = Objects.requireNonNull(duration, "timeout");
        return this;
    }

    /**
     * After how long without a sign of the SMSC it is asked whether it lives. If it does not answer within the timeout,
     * the bind is given up.
     *
     * @param interval 100 ms to 1 hour; 30 seconds unless set
     * @return this
     */
    public SmppChannelBuilder enquireLink(Duration interval) {
        enquireLink = Objects.requireNonNull(interval, "enquireLink");
        return this;
    }

    /**
     * Connects by TLS, and checks that the certificate is this host's.
     *
     * @param factory which certificates are trusted, and the own one, if the SMSC wants one
     * @return this
     */
    public SmppChannelBuilder tls(SSLSocketFactory factory) {
        tls = Optional.of(factory);
        return this;
    }

    /**
     * Asks for a delivery receipt for each message, and binds as transceiver to get them. They come while there is a
     * bind, from up to two threads at once.
     *
     * @param listener is told of each; should be quick: while two are being told, the SMSC is asked to send others later
     * @return this
     */
    public SmppChannelBuilder receipts(Consumer<DeliveryReceipt> listener) {
        receipts = Optional.of(listener);
        return this;
    }

    /**
     * The clock by which a PIN's remaining life is told to the SMSC.
     *
     * @param time the same as clave's; the system's unless set
     * @return this
     */
    public SmppChannelBuilder clock(InstantSource time) {
        clock = Objects.requireNonNull(time, "clock");
        return this;
    }

    /** For tests: what the pauses between attempts are measured by. */
    SmppChannelBuilder nanoTime(LongSupplier time) {
        nanoTime = time;
        return this;
    }

    /**
     * The channel, with a bind if the SMSC gives one within the timeout. An SMSC that is down, or refuses, is a warning
     * in the log and no exception: a host must be able to start without it, and a message tries again.
     *
     * @return the channel; close it
     * @throws IllegalStateException if something is missing or cannot be; the message lists all of it
     */
    public SmppChannel open() {
        List<String> faults = faults();
        if (systemId == null || password == null || source == null || !faults.isEmpty()) {
            throw new IllegalStateException("the SMPP channel cannot be opened: " + String.join("; ", faults));
        }
        Settings settings = new Settings(
                host,
                port,
                tls,
                systemId,
                password,
                systemType,
                serviceType,
                source,
                alphabet,
                window,
                timeout,
                enquireLink,
                receipts,
                clock,
                nanoTime);
        return new SmppChannel(settings).bound();
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        need(faults, !host.isBlank(), "a host is missing: to(host, port)");
        need(faults, port > 0 && port <= HIGHEST_PORT, "a port is 1 to 65535");
        need(faults, systemId != null, "a system id is missing: systemId(...)");
        need(
                faults,
                systemId == null || fits(systemId, 1, LONGEST_SYSTEM_ID),
                "a system id has 1 to 15 ASCII characters");
        need(
                faults,
                password != null,
                "a password is missing: password(Secret.of(...)), an empty one if there is none");
        need(
                faults,
                password == null || fits(password.reveal(), 0, LONGEST_PASSWORD),
                "a password has at most 8 ASCII characters in SMPP 3.4");
        sourceFaults(faults);
        need(faults, fits(systemType, 0, LONGEST_SYSTEM_TYPE), "a system type has at most 12 ASCII characters");
        need(faults, fits(serviceType, 0, LONGEST_SERVICE_TYPE), "a service type has at most 5 ASCII characters");
        need(faults, window >= 1 && window <= WIDEST, "a window is 1 to 1,000 messages");
        need(faults, isWithin(timeout, LONGEST), "a timeout is 100 ms to 1 minute");
        need(faults, isWithin(enquireLink, LONGEST_IDLE), "an enquire-link interval is 100 ms to 1 hour");
        return faults;
    }

    private void sourceFaults(List<String> faults) {
        Source from = source;
        if (from == null) {
            faults.add("a sender is missing: sender(...)");
            return;
        }
        need(
                faults,
                fits(from.address(), 1, from.isAlphanumeric() ? LONGEST_NAME : LONGEST_ADDRESS),
                "a sender is a name of 1 to 11 ASCII characters, or a number of 1 to 20 digits");
        need(
                faults,
                from.ton() >= 0 && from.ton() <= OCTET && from.npi() >= 0 && from.npi() <= OCTET,
                "a sender's TON and NPI are 0 to 255");
    }

    private static boolean isWithin(Duration duration, Duration longest) {
        return duration.compareTo(SHORTEST) >= 0 && duration.compareTo(longest) <= 0;
    }

    private static boolean fits(String text, int shortest, int longest) {
        return text.length() >= shortest
                && text.length() <= longest
                && text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static void need(List<String> faults, boolean met, String fault) {
        if (!met) {
            faults.add(fault);
        }
    }
}
