package dev.clave.faults;

import dev.clave.faults.history.RunClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/** The nodes of a host, some of which may be dead. */
final class Fleet implements AutoCloseable {
    private final RunFolder folder;
    private final RunClock clock;
    private final RunPlan plan;
    private final int port;
    private final Phones phones;
    private final List<ClientProcess> nodes = new CopyOnWriteArrayList<>();
    private int started;

    Fleet(RunFolder folder, RunClock clock, RunPlan plan, int port, Phones phones) {
        this.folder = folder;
        this.clock = clock;
        this.plan = plan;
        this.port = port;
        this.phones = phones;
    }

    void start() {
        for (int i = 0; i < plan.nodes(); i++) {
            nodes.add(launch());
        }
        nodes.forEach(ClientProcess::awaitReady);
    }

    private ClientProcess launch() {
        return ClientProcess.start("node" + ++started, folder, clock, plan, port, phones);
    }

    /** The living, in any order. */
    List<ClientProcess> living() {
        List<ClientProcess> living = new ArrayList<>(nodes);
        living.removeIf(node -> !node.isAlive());
        Collections.shuffle(living, ThreadLocalRandom.current());
        return living;
    }

    /** Starts another, which has nothing of its own to remember, and kills one with SIGKILL in the middle of its work. */
    void replaceOne() {
        List<ClientProcess> living = living();
        ClientProcess next = launch();
        nodes.add(next);
        next.awaitReady();
        ClientProcess victim = living.get(0);
        victim.close();
        nodes.remove(victim);
    }

    /** Ends the registers everywhere, and reads each entry once more. */
    boolean settle() {
        living().forEach(node -> node.send(ClientMain.QUIET).join());
        for (int tries = 0; tries < 50; tries++) {
            if (living().get(0).send(ClientMain.READ_ALL).join().is("Read")) {
                return true;
            }
            Threads.pause(Duration.ofMillis(100));
        }
        return false;
    }

    @Override
    public void close() {
        nodes.forEach(ClientProcess::close);
    }
}
