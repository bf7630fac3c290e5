package dev.clave.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Strikes, and puts things right again, until its time is over. */
final class Nemesis {
    private static final Duration DOWN = Duration.ofMillis(300);
    private static final Duration STOPPED = Duration.ofMillis(2_600);
    private static final Duration CUTTING = Duration.ofMillis(600);
    private static final Duration BREATH = Duration.ofMillis(1_200);
    private static final double MANY = 0.15;
    private static final List<Fault> PLAIN =
            List.of(Fault.KILL_SERVER, Fault.STOP_SERVER, Fault.CUT_ANSWERS, Fault.KILL_NODE);

    private final Server server;
    private final CuttingProxy proxy;
    private final Fleet fleet;

    Nemesis(Server server, CuttingProxy proxy, Fleet fleet) {
        this.server = server;
        this.proxy = proxy;
        this.fleet = fleet;
    }

    /** Strikes again and again; the answer is how often. */
    int strike(Fault fault, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        int blows = 0;
        while (System.nanoTime() < end) {
            Threads.pause(BREATH);
            blow(fault);
            blows++;
        }
        Threads.pause(BREATH);
        return blows;
    }

    private void blow(Fault fault) {
        switch (fault) {
            case KILL_SERVER -> killServer();
            case STOP_SERVER -> stopServer();
            case CUT_ANSWERS -> cutAnswers();
            case KILL_NODE -> fleet.replaceOne();
            case MIXED -> mixed();
        }
    }

    private void killServer() {
        server.kill();
        Threads.pause(DOWN);
        server.start();
    }

    private void stopServer() {
        server.freeze();
        Threads.pause(STOPPED);
        server.thaw();
    }

    private void cutAnswers() {
        proxy.arm(MANY);
        Threads.pause(CUTTING);
        proxy.arm(0);
    }

    /** One fault in the middle of another. */
    private void mixed() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        if (random.nextBoolean()) {
            blow(PLAIN.get(random.nextInt(PLAIN.size())));
            return;
        }
        proxy.arm(MANY);
        blow(random.nextBoolean() ? Fault.KILL_NODE : Fault.KILL_SERVER);
        proxy.arm(0);
    }
}
