package dev.clave;

import dev.clave.internal.crypto.BrowserTokens;
import dev.clave.internal.crypto.DeviceTokens;
import dev.clave.internal.crypto.HandleBox;
import dev.clave.internal.crypto.KeyVault;
import dev.clave.internal.crypto.Proofs;
import dev.clave.internal.crypto.Pseudonyms;
import dev.clave.internal.delivery.Courier;
import dev.clave.internal.entries.Entries;
import dev.clave.internal.entries.NodeClock;
import dev.clave.internal.flow.Accounts;
import dev.clave.internal.flow.ActiveDevices;
import dev.clave.internal.flow.Workbench;
import dev.clave.internal.guard.GuardedClock;
import dev.clave.internal.guard.GuardedKeyRing;
import dev.clave.internal.guard.Host;
import dev.clave.internal.texts.Letterhead;
import dev.clave.internal.texts.MessageTexts;
import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.EphemeralKeyRing;
import dev.clave.spi.KeyRing;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PinStore;
import dev.clave.spi.Route;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a {@link Clave} together: a registry, a channel, an audit sink and keys are needed; the rest has defaults that fail closed. Made by
 * {@link Clave#builder}; for one thread.
 */
public final class ClaveBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(Clave.class);
    private static final int LONGEST_TENANT = 64;

    private final Map<Route, DeliveryChannel> channels = new EnumMap<>(Route.class);
    private @Nullable PersonRegistry registry;
    private @Nullable AuditSink audit;
    private @Nullable KeyRing keys;
    private @Nullable PinStore store;
    private @Nullable DeviceRegistry devices;
    private @Nullable String organisation;
    private @Nullable String site;
    private PinPolicy policy = PinPolicy.STANDARD;
    private InstantSource clock = new NodeClock();
    private ZoneId zone = ZoneId.of("Europe/Madrid");
    private PinGenerator generator = PinGenerator.approved();
    private String tenant = "";

    ClaveBuilder() {}

    /**
     * Who is registered, and what their document says. Needed.
     *
     * @param people the registry
     * @return this builder
     */
    public ClaveBuilder registry(PersonRegistry people) {
        registry = Objects.requireNonNull(people, "registry");
        return this;
    }

    /**
     * How a PIN reaches a person. One for {@link Route#SMS} is needed; one for {@link Route#APP} tells an app that there is a PIN, and
     * without it the person looks.
     *
     * @param route the way
     * @param channel what sends along it
     * @return this builder
     */
    public ClaveBuilder channel(Route route, DeliveryChannel channel) {
        channels.put(Objects.requireNonNull(route, "route"), Objects.requireNonNull(channel, "channel"));
        return this;
    }

    /**
     * Who has the app, and on which device. Without it PINs go by SMS alone.
     *
     * @param registry the devices
     * @return this builder
     */
    public ClaveBuilder devices(DeviceRegistry registry) {
        devices = Objects.requireNonNull(registry, "devices");
        return this;
    }

    /**
     * What is remembered. Needed.
     *
     * @param sink the audit sink
     * @return this builder
     */
    public ClaveBuilder audit(AuditSink sink) {
        audit = Objects.requireNonNull(sink, "audit");
        return this;
    }

    /**
     * So that no store ever holds a PIN or a person. Needed; {@link KeyRing#ephemeral} for a first try.
     *
     * @param keyRing the keys
     * @return this builder
     */
    public ClaveBuilder keys(KeyRing keyRing) {
        keys = Objects.requireNonNull(keyRing, "keys");
        return this;
    }

    /**
     * Where entries live. The default is a {@link MemoryPinStore}, which forgets at a restart.
     *
     * @param pinStore the store
     * @return this builder
     */
    public ClaveBuilder store(PinStore pinStore) {
        store = Objects.requireNonNull(pinStore, "store");
        return this;
    }

    /**
     * The rules and numbers. The default is {@link PinPolicy#STANDARD}.
     *
     * @param pinPolicy the policy
     * @return this builder
     */
    public ClaveBuilder policy(PinPolicy pinPolicy) {
        policy = Objects.requireNonNull(pinPolicy, "policy");
        return this;
    }

    /**
     * The time. The default is wall time that is never set back.
     *
     * @param source the clock
     * @return this builder
     */
    public ClaveBuilder clock(InstantSource source) {
        clock = new GuardedClock(Objects.requireNonNull(source, "clock"));
        return this;
    }

    /**
     * Where the times in messages hold and a document's last day ends. The default is Europe/Madrid.
     *
     * @param newZone the zone
     * @return this builder
     */
    public ClaveBuilder zone(ZoneId newZone) {
        zone = Objects.requireNonNull(newZone, "zone");
        return this;
    }

    /**
     * What PINs are drawn by. The default is {@link PinGenerator#approved}.
     *
     * @param pinGenerator the generator
     * @return this builder
     */
    public ClaveBuilder generator(PinGenerator pinGenerator) {
        generator = Objects.requireNonNull(pinGenerator, "generator");
        return this;
    }

    /**
     * Whose people these are, where one host serves several. Handles and entries of one tenant are garbage to another.
     *
     * @param name at most 64 characters; empty is the default
     * @return this builder
     */
    public ClaveBuilder tenant(String name) {
        tenant = Objects.requireNonNull(name, "tenant");
        return this;
    }

    /**
     * Who writes, at the beginning of a message.
     *
     * @param name at most 24 septets of the GSM 7-bit alphabet; letters outside it lose their accent
     * @return this builder
     */
    public ClaveBuilder organisation(String name) {
        organisation = Objects.requireNonNull(name, "organisation");
        return this;
    }

    /**
     * The site at which the PIN is to be typed: messages then end in the line {@code @host #PIN}, from which a browser fills the PIN in at
     * that site alone.
     *
     * @param host the host name, at most 30 characters
     * @return this builder
     */
    public ClaveBuilder site(String host) {
        site = Objects.requireNonNull(host, "site");
        return this;
    }

    /**
     * Puts it together.
     *
     * @return the clave
     * @throws IllegalStateException if something is missing or does not go together; the message lists all of it
     */
    public Clave build() {
        List<String> faults = new ArrayList<>();
        Letterhead letterhead = letterhead(faults);
        check(faults);
        if (!faults.isEmpty() || letterhead == null) {
            throw new IllegalStateException("clave cannot be built: " + String.join("; ", faults));
        }
        KeyRing ring = Objects.requireNonNull(keys);
        if (ring instanceof EphemeralKeyRing) {
            LOG.warn("The keys are ephemeral: every login, budget and block is void when this process ends");
        }
        return new Clave(bench(letterhead, new KeyVault(new GuardedKeyRing(ring))));
    }

    private Workbench bench(Letterhead letterhead, KeyVault vault) {
        PinStore entries = store == null ? MemoryPinStore.withCapacity(MemoryPinStore.DEFAULT_CAPACITY, clock) : store;
        Host host = new Host(
                Objects.requireNonNull(registry), entries, Objects.requireNonNull(audit), Optional.ofNullable(devices));
        MessageTexts texts = new MessageTexts(letterhead);
        return new Workbench(
                policy,
                host,
                new Entries(host, policy, clock),
                new Accounts(host, policy, zone),
                new ActiveDevices(host),
                clock,
                zone,
                generator,
                new Pseudonyms(vault, tenant),
                new HandleBox(vault, tenant),
                new Proofs(vault, tenant),
                new BrowserTokens(vault, tenant),
                new DeviceTokens(vault, tenant),
                new Courier(channels, texts),
                texts.organisation());
    }

    private void check(List<String> faults) {
        need(faults, registry, "a registry is missing: registry(...)");
        need(faults, channels.get(Route.SMS), "a channel for SMS is missing: channel(Route.SMS, ...)");
        if (devices == null && channels.containsKey(Route.APP)) {
            faults.add("a channel for the app wants to know the devices: devices(...)");
        }
        need(faults, audit, "an audit sink is missing: audit(...)");
        need(faults, keys, "keys are missing: keys(...), for a first try KeyRing.ephemeral()");
        if (keys instanceof EphemeralKeyRing && store != null && !(store instanceof MemoryPinStore)) {
            faults.add("ephemeral keys go with the store in memory alone: another store would outlive them");
        }
        if (policy.isSmallSpace() && store == null) {
            faults.add("with so few PINs a restart that forgets wrong ones counts: name the store, store(...)");
        }
        if (store instanceof MemoryPinStore memory && memory.isByAnotherClock(clock)) {
            faults.add("the store in memory goes by another clock, by which entries and budgets end at another time: "
                    + "MemoryPinStore.withCapacity(capacity, clock)");
        }
        if (tenant.length() > LONGEST_TENANT) {
            faults.add("a tenant has at most " + LONGEST_TENANT + " characters");
        }
    }

    private static void need(List<String> faults, @Nullable Object part, String fault) {
        if (part == null) {
            faults.add(fault);
        }
    }

    private @Nullable Letterhead letterhead(List<String> faults) {
        try {
            return new Letterhead(Optional.ofNullable(organisation), Optional.ofNullable(site), zone);
        } catch (IllegalArgumentException unfit) {
            faults.add(String.valueOf(unfit.getMessage()));
            return null;
        }
    }
}
