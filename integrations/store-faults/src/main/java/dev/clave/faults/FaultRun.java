package dev.clave.faults;

import dev.clave.faults.check.Checker;
import dev.clave.faults.check.Violation;
import dev.clave.faults.history.History;
import dev.clave.faults.history.HistoryReader;
import dev.clave.faults.history.RunClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** One run: a server, a proxy before it, nodes behind that, citizens, and a nemesis; and then the judgement. */
public final class FaultRun {
    private static final int CITIZENS = 24;
    private static final int WARM = 60;

    private final RunPlan plan;
    private final RunFolder folder;
    private final RunClock clock = RunClock.startingNow(Policies.SPEED);
    private final List<Phase> phases = new ArrayList<>();

    private FaultRun(RunPlan plan, RunFolder folder) {
        this.plan = plan;
        this.folder = folder;
    }

    /**
     * Does what a plan says. All that a clean run has written is deleted; of one that broke a rule the histories and logs stay.
     *
     * @param plan the plan
     * @param seed what the citizens do
     * @return what came of it
     */
    public static RunReport run(RunPlan plan, long seed) {
        RunFolder folder = RunFolder.create(plan.engine() + "-" + plan.store());
        RunReport report = new FaultRun(plan, folder).run(seed);
        if (report.violations().isEmpty()) {
            folder.delete();
        }
        return report;
    }

    private RunReport run(long seed) {
        try (Server server = server()) {
            Thread closing = new Thread(server::close);
            Runtime.getRuntime().addShutdownHook(closing);
            server.prepare();
            try (CuttingProxy proxy = new CuttingProxy(server.port(), WriteAnswers.of(plan.engine()))) {
                logIn(server, proxy, seed);
            }
            Runtime.getRuntime().removeShutdownHook(closing);
        } finally {
            folder.deleteData();
        }
        History history = HistoryReader.read(folder.histories(), clock);
        List<Violation> violations = Checker.check(history, Policies.SHORT);
        return new RunReport(plan, phases, history, violations, folder.root());
    }

    private Server server() {
        return switch (plan.engine()) {
            case POSTGRESQL -> PostgresServer.create(folder, plan.store());
            case REDIS -> RedisServer.create(folder);
        };
    }

    private void logIn(Server server, CuttingProxy proxy, long seed) {
        Phones phones = new Phones();
        AtomicBoolean over = new AtomicBoolean();
        try (Fleet fleet = new Fleet(folder, clock, plan, proxy.port(), phones)) {
            fleet.start();
            List<Thread> citizens = IntStream.range(0, CITIZENS)
                    .mapToObj(i -> Threads.start(
                            "citizen " + i,
                            () -> new Citizen(fleet, clock, phones, seed + i, over::get).live(peopleOf(i))))
                    .toList();
            try {
                warmUp(phones);
                suffer(new Nemesis(server, proxy, fleet), proxy);
            } finally {
                over.set(true);
                citizens.forEach(Threads::join);
            }
            if (!fleet.settle()) {
                throw new IllegalStateException("the store could not be read at the end");
            }
        }
    }

    /** Until classes are loaded everywhere; what comes then is written down and judged like the rest, but belongs to no phase. */
    private static void warmUp(Phones phones) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (phones.arrived() < WARM) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("hardly a PIN arrives, although nothing is broken yet");
            }
            Threads.pause(Duration.ofMillis(50));
        }
    }

    private static List<Integer> peopleOf(int citizen) {
        return IntStream.range(0, Client.CROWD)
                .filter(person -> person % CITIZENS == citizen)
                .boxed()
                .toList();
    }

    private void suffer(Nemesis nemesis, CuttingProxy proxy) {
        quiet();
        for (Fault fault : plan.faults()) {
            long from = System.nanoTime();
            long swallowed = proxy.swallowed();
            int blows = nemesis.strike(fault, plan.fault());
            phases.add(new Phase(Optional.of(fault), from, System.nanoTime(), blows, proxy.swallowed() - swallowed));
            quiet();
        }
    }

    private void quiet() {
        long from = System.nanoTime();
        Threads.pause(plan.quiet().isZero() ? Duration.ofMillis(1) : plan.quiet());
        phases.add(new Phase(Optional.empty(), from, System.nanoTime(), 0, 0));
    }
}
