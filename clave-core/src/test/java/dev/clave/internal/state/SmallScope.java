package dev.clave.internal.state;

import dev.clave.PinPolicy;
import dev.clave.internal.state.Attempt.Right;
import dev.clave.internal.state.Attempt.Wrong;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.DeviceId;
import dev.clave.spi.Route;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Explores every interleaving of actors that read, decide, write and tell, and may crash before each of these. */
final class SmallScope {
    static final PinPolicy POLICY = PinPolicy.STANDARD;
    private static final LoginId A = new LoginId(1, 1);
    private static final LoginId B = new LoginId(2, 2);
    private static final DeviceId DEVICE = new DeviceId(3, 3);
    private static final Proof NO_PIN = new Proof(0, 0, 0, 0);

    /** What an actor wants. */
    enum Op {
        IDENTIFY_A,
        IDENTIFY_B,
        OBTAIN_A,
        OBTAIN_B,
        AGAIN_A,
        APP_A,
        REROUTE_A,
        WITHDRAW,
        DISOWN_A,
        POLL,
        VERIFY_A1,
        VERIFY_A2,
        VERIFY_WRONG,
        CANCEL_A,
        TWO_MINUTES_PASS,
        EIGHT_MINUTES_PASS
    }

    private enum Progress {
        WAITING,
        HAS_READ,
        HAS_WRITTEN,
        DONE
    }

    /** An actor, with what it has read and what it may say. */
    private record Actor(
            Op op,
            Progress progress,
            @Nullable PersonState seen,
            long seenVersion,
            @Nullable Object answer) {
        static Actor of(Op op) {
            return new Actor(op, Progress.WAITING, null, 0, null);
        }

        Actor done() {
            return new Actor(op, Progress.DONE, null, 0, null);
        }
    }

    /**
     * The entry, the time, and what has been told so far.
     *
     * @param grants how many grants have been told
     * @param wrong how many times a PIN of the login A has been called wrong
     */
    record World(PersonState state, long version, long now, int grants, int wrong, List<Actor> actors) {
        static World empty() {
            return new World(PersonState.NEW, 0, Duration.ofDays(20_000).toMillis(), 0, 0, List.of());
        }

        /** The world after something that nobody disturbed. */
        World after(Op op) {
            World world = new World(state, version, now, grants, wrong, List.of(Actor.of(op)));
            SmallScope calm = new SmallScope(true);
            while (world.actors.get(0).progress() != Progress.DONE) {
                world = calm.step(world, 0);
            }
            return new World(world.state, world.version, world.now, world.grants, world.wrong, List.of());
        }

        private World with(int index, Actor actor) {
            List<Actor> next = new ArrayList<>(actors);
            next.set(index, actor);
            return new World(state, version, now, grants, wrong, List.copyOf(next));
        }
    }

    private final boolean compares;

    /** With a store that compares before it sets, or one that does not. */
    SmallScope(boolean compares) {
        this.compares = compares;
    }

    /** Visits every world that can come of these actors; throws when one must not be. */
    long explore(World start, List<Op> ops) {
        World first = new World(
                start.state,
                start.version,
                start.now,
                start.grants,
                start.wrong,
                ops.stream().map(Actor::of).toList());
        Set<World> visited = new HashSet<>();
        Deque<World> open = new ArrayDeque<>(Collections.singleton(first));
        visited.add(first);
        while (!open.isEmpty()) {
            World world = open.pop();
            for (int i = 0; i < ops.size(); i++) {
                if (world.actors.get(i).progress() != Progress.DONE) {
                    visit(step(world, i), visited, open);
                    visit(world.with(i, world.actors.get(i).done()), visited, open);
                }
            }
        }
        return visited.size();
    }

    private static void visit(World world, Set<World> visited, Deque<World> open) {
        if (visited.add(world)) {
            open.push(world);
        }
    }

    private World step(World world, int index) {
        Actor actor = world.actors.get(index);
        return switch (actor.progress()) {
            case WAITING -> begin(world, index, actor);
            case HAS_READ -> write(world, index, actor);
            case HAS_WRITTEN -> tell(world, index, actor);
            case DONE -> throw new IllegalStateException();
        };
    }

    private static World begin(World world, int index, Actor actor) {
        long pause = actor.op() == Op.TWO_MINUTES_PASS ? 2 : actor.op() == Op.EIGHT_MINUTES_PASS ? 8 : 0;
        if (pause > 0) {
            World later = new World(
                    world.state,
                    world.version,
                    world.now + Duration.ofMinutes(pause).toMillis(),
                    world.grants,
                    world.wrong,
                    world.actors);
            return later.with(index, actor.done());
        }
        return world.with(index, new Actor(actor.op(), Progress.HAS_READ, world.state, world.version, null));
    }

    private World write(World world, int index, Actor actor) {
        if (compares && actor.seenVersion() != world.version) {
            return world.with(index, Actor.of(actor.op()));
        }
        PersonState seen = Objects.requireNonNull(actor.seen());
        Decision<PersonState, ?> decision = decide(actor.op(), seen, world.now);
        checkPin(world, decision.answer());
        checkShown(world, decision.answer());
        boolean same = decision.next().equals(seen);
        World written = new World(
                same ? world.state : decision.next(),
                same ? world.version : world.version + 1,
                world.now,
                world.grants,
                world.wrong,
                world.actors);
        return written.with(index, new Actor(actor.op(), Progress.HAS_WRITTEN, null, 0, decision.answer()));
    }

    /** A PIN that is accepted is the one that the entry waits for at this moment. */
    private static void checkPin(World world, Object answer) {
        if (answer instanceof Right right) {
            Login login = world.state.login();
            boolean live = login != null && right.pin().equals(login.pin());
            require(live || (login != null && login.phase() == Login.Phase.GRANTED), "a replaced PIN was accepted");
            require(world.now < right.pin().expiresAt(POLICY), "a dead PIN was accepted");
        }
    }

    /** What a device is shown is what can be used at this moment: it was not spent, replaced, withdrawn or disowned. */
    private static void checkShown(World world, Object answer) {
        if (answer instanceof Optional<?> shown && shown.isPresent()) {
            require(shown.get().equals(world.state.login()), "a device was shown another login than the one there is");
            LivePin pin = ((Login) shown.get()).pin();
            require(
                    pin != null && pin.sealed() != null && world.now < pin.expiresAt(POLICY),
                    "a device was shown a dead PIN");
        }
    }

    private static World tell(World world, int index, Actor actor) {
        int grants = world.grants + (actor.answer() instanceof Right ? 1 : 0);
        int wrong = world.wrong + (actor.answer() instanceof Wrong ? 1 : 0);
        require(grants <= 1, "more than one grant");
        require(wrong <= 3, "more than three wrong PINs");
        return new World(world.state, world.version, world.now, grants, wrong, world.actors).with(index, actor.done());
    }

    private static void require(boolean holds, String violation) {
        if (!holds) {
            throw new AssertionError(violation);
        }
    }

    private static Decision<PersonState, ?> decide(Op op, PersonState state, long now) {
        return switch (op) {
            case IDENTIFY_A -> state.open(A, PurposeKind.IDENTIFICATION, true, POLICY, now);
            case IDENTIFY_B -> state.open(B, PurposeKind.IDENTIFICATION, true, POLICY, now);
            case OBTAIN_A -> state.obtain(A, minter(A, false), POLICY, now);
            case OBTAIN_B -> state.obtain(B, minter(B, false), POLICY, now);
            case AGAIN_A -> state.again(A, minter(A, false), POLICY, now);
            case APP_A -> state.obtain(A, minter(A, true), POLICY, now);
            case REROUTE_A ->
                state.reroute(A, 1, pin -> pin(A, pin.generation(), pin.code(), Route.SMS, pin.madeAt()), POLICY, now);
            case WITHDRAW -> state.withdraw(DEVICE);
            case DISOWN_A -> state.disown(A, 1, POLICY, now);
            case POLL -> state.stay(state.shownOn(DEVICE, POLICY, now));
            case VERIFY_A1 -> state.attempt(A, pin -> proof(A, 1), POLICY, now);
            case VERIFY_A2 -> state.attempt(A, pin -> proof(A, 2), POLICY, now);
            case VERIFY_WRONG -> state.attempt(A, pin -> NO_PIN, POLICY, now);
            case CANCEL_A -> state.cancel(A, POLICY, now);
            case TWO_MINUTES_PASS, EIGHT_MINUTES_PASS -> throw new IllegalArgumentException();
        };
    }

    private static LivePin.Minter minter(LoginId login, boolean app) {
        return (generation, before, now) -> pin(
                login, generation, before == null ? Code.of("ABCD") : before.code(), app ? Route.APP : Route.SMS, now);
    }

    private static LivePin pin(LoginId login, int generation, Code code, Route route, long madeAt) {
        SealedPin sealed = route == Route.APP ? SealedPin.of(DEVICE, new byte[] {(byte) generation}) : null;
        return new LivePin(proof(login, generation), "k", generation, code, route, madeAt, sealed);
    }

    private static Proof proof(LoginId login, int generation) {
        return new Proof(login.high(), generation, 0, 0);
    }
}
