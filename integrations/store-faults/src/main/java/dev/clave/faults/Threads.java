package dev.clave.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The threads of a run, none of which keeps it from ending. */
final class Threads {
    private Threads() {}

    static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    static void pause(Duration time) {
        pauseUntil(System.nanoTime() + time.toNanos());
    }

    static void pauseUntil(long nano) {
        for (long left = nano - System.nanoTime(); left > 0; left = nano - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        }
    }
}
