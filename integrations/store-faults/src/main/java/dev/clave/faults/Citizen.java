package dev.clave.faults;

import dev.clave.faults.history.Op;
import dev.clave.faults.history.RunClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Somebody with several browsers, who logs some people in again and again, each login in one of the ways that try the rules. */
final class Citizen {
    private static final Duration BETWEEN = Duration.ofMillis(60);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long AHEAD = 3_000_000;
    private static final int PATIENCE = 4;

    private final Fleet fleet;
    private final SplittableRandom random;
    private final BooleanSupplier over;
    private final Visits visits;

    Citizen(Fleet fleet, RunClock clock, Phones phones, long seed, BooleanSupplier over) {
        this.over = over;
        this.fleet = fleet;
        this.random = new SplittableRandom(seed);
        this.visits = new Visits(this, clock, phones, random);
    }

    /** Logs these people in, one after the other, until the run is over. */
    void live(List<Integer> people) {
        for (int i = 0; !over.getAsBoolean(); i++) {
            visits.visit(people.get(i % people.size()));
            Threads.pause(BETWEEN.multipliedBy(random.nextInt(3)));
        }
    }

    /** Waits for a time; false when the run ends before. */
    boolean reaches(long nano) {
        while (System.nanoTime() < nano && !over.getAsBoolean()) {
            Threads.pauseUntil(Math.min(nano, System.nanoTime() + BETWEEN.toNanos()));
        }
        return !over.getAsBoolean();
    }

    /** One call, on any node. */
    Reply ask(Step step) {
        return race(List.of(step)).get(0);
    }

    /** One call, and the same again on another node as long as the answer is lost: what a person does who sees an error page. */
    Reply insist(Step step) {
        Reply reply = ask(step);
        for (int tries = 1; reply.isUnknown() && tries < PATIENCE; tries++) {
            reply = ask(step.at(0));
        }
        return reply;
    }

    /** All at once, each on another node as far as there are any. */
    List<Reply> race(List<Step> steps) {
        List<ClientProcess> nodes = living();
        long start = System.nanoTime() + AHEAD;
        List<CompletableFuture<Reply>> open = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean now = steps.size() > 1 && step.at() == 0;
            open.add(nodes.get(i % nodes.size()).send(now ? step.at(start) : step));
        }
        return open.stream().map(Citizen::await).toList();
    }

    private List<ClientProcess> living() {
        List<ClientProcess> nodes = fleet.living();
        while (nodes.isEmpty()) {
            Threads.pause(BETWEEN);
            nodes = fleet.living();
        }
        return nodes;
    }

    private static Reply await(CompletableFuture<Reply> reply) {
        try {
            return reply.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception late) {
            return new Reply(Reply.LOST, -1, "");
        }
    }

    static Step step(Op op, Login login) {
        return Step.of(op, login.person(), login.handle());
    }

    /** A login that is open. */
    record Login(int person, String handle, long endsAt) {
        Step verify(String pin, int generation) {
            return new Step(Op.VERIFY, person, handle, pin, generation, 0);
        }

        Step verify(Phones.Pin pin) {
            return verify(pin.text(), pin.generation());
        }
    }
}
