package dev.clave.internal.entries;

import dev.clave.ClaveUnavailableException;
import dev.clave.PinPolicy;
import dev.clave.Socket;
import dev.clave.internal.guard.Host;
import dev.clave.internal.state.Decision;
import dev.clave.internal.state.EntryState;
import dev.clave.internal.state.OriginState;
import dev.clave.internal.state.PersonState;
import dev.clave.spi.EntryKey;
import dev.clave.spi.StoredEntry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Reads, decides and writes entries: the only place where a decision becomes a fact. */
public final class Entries {
    /** More losses in a row than chance explains. */
    private static final int TRIES = 64;

    /** How far the clocks of two nodes may be apart. */
    private static final long MOST_SKEW = Duration.ofMinutes(2).toMillis();

    /** Beyond the time in which an entry means anything, for the skew of clocks. */
    private static final long MARGIN = Duration.ofMinutes(10).toMillis();

    /** Decides from what is there. It may be asked again, about another state. */
    @FunctionalInterface
    public interface Step<S extends EntryState, A> {
        /** What to remember, and what may be said once it is. */
        Decision<S, A> decide(S state, long now);
    }

    /**
     * What was decided and, where there was something to write, written.
     *
     * @param answer what may be said
     * @param at the time by which it was decided, in milliseconds
     * @param written whether anything was written
     */
    public record Settled<A>(A answer, long at, boolean written) {
        /** The same, with something else to say. */
        public <B> Settled<B> saying(B other) {
            return new Settled<>(other, at, written);
        }
    }

    private record Seen<S>(Optional<StoredEntry> stored, long version, S state, long now) {}

    private final Host host;
    private final PinPolicy policy;
    private final InstantSource clock;

    /** The entries of a host. */
    public Entries(Host host, PinPolicy policy, InstantSource clock) {
        this.host = host;
        this.policy = policy;
        this.clock = clock;
    }

    /** Takes a step of a person. */
    public <A> Settled<A> updatePerson(EntryKey key, Step<PersonState, A> step) {
        return update(key, PersonState.class, PersonState.NEW, step);
    }

    /** Takes a step of an origin. */
    public <A> Settled<A> updateOrigin(EntryKey key, Step<OriginState, A> step) {
        return update(key, OriginState.class, OriginState.NEW, step);
    }

    /** The time now, which is never before the time by which something was decided. */
    public long now(Settled<?> settled) {
        return Math.max(settled.at(), clock.millis());
    }

    @SuppressWarnings("ReferenceEquality") // a step that changes nothing gives the very state back
    private <S extends EntryState, A> Settled<A> update(EntryKey key, Class<S> kind, S fresh, Step<S, A> step) {
        for (int tries = 0; tries < TRIES; tries++) {
            Seen<S> seen = read(key, kind, fresh);
            Decision<S, A> decision = step.decide(seen.state(), seen.now());
            boolean same = decision.next() == seen.state();
            if (same || isWritten(key, seen, decision.next())) {
                return new Settled<>(decision.answer(), seen.now(), !same);
            }
        }
        throw new ClaveUnavailableException(
                Socket.STORE, "the entry was changed by others " + TRIES + " times in a row");
    }

    private <S extends EntryState> Seen<S> read(EntryKey key, Class<S> kind, S fresh) {
        Optional<StoredEntry> stored = host.read(key);
        long clockNow = clock.millis();
        if (stored.isEmpty()) {
            return new Seen<>(stored, 0, fresh, clockNow);
        }
        long version = Host.call(Socket.STORE, stored.get()::version);
        return new Seen<>(stored, version, state(stored.get(), kind), timeAfter(version, clockNow));
    }

    /** Time in an entry never runs backwards; a clock that is far behind the one that wrote it cannot be trusted with it. */
    private static long timeAfter(long version, long clockNow) {
        long written = Entry.writtenAt(version);
        if (written > clockNow + MOST_SKEW) {
            throw new ClaveUnavailableException(
                    Socket.CLOCK, "this node's clock is more than two minutes behind the one that wrote the entry");
        }
        return Math.max(written, clockNow);
    }

    private static <S extends EntryState> S state(StoredEntry stored, Class<S> kind) {
        EntryState state =
                stored instanceof Entry own ? own.state() : EntryCodec.decode(Host.call(Socket.STORE, stored::content));
        if (!kind.isInstance(state)) {
            throw new ClaveUnavailableException(Socket.STORE, "an entry of another kind is stored under this key");
        }
        return kind.cast(state);
    }

    private <S extends EntryState> boolean isWritten(EntryKey key, Seen<S> seen, S next) {
        Entry entry = Entry.of(Entry.nextVersion(seen.version(), seen.now()), keepUntil(next, seen.now()), next);
        return seen.stored().isPresent() ? host.replace(key, seen.stored().get(), entry) : host.add(key, entry);
    }

    private long keepUntil(EntryState state, long now) {
        return Math.max(state.meaningfulUntil(policy), now) + MARGIN;
    }
}
