package dev.clave.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Threads that do the same at the same moment, again and again. */
final class Race implements AutoCloseable {
    static final String RACER = "racer";

    private static final int PATIENCE_SECONDS = 60;

    private final String rule;
    private final int threads;
    private final ExecutorService executor;

    /** A throw of what is raced fails with the rule's number. */
    Race(String rule, int threads) {
        this.rule = rule;
        this.threads = threads;
        executor = Executors.newFixedThreadPool(threads, Race::racer);
    }

    /** A daemon: a store that hangs keeps no process from ending. */
    private static Thread racer(Runnable work) {
        Thread thread = new Thread(work, RACER);
        thread.setDaemon(true);
        return thread;
    }

    /** Lets every thread do it once, all from one barrier on; what they answered, by thread. */
    <T> List<T> round(IntFunction<T> work) {
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int thread = i;
            Callable<T> racer = () -> {
                start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return work.apply(thread);
            };
            running.add(executor.submit(racer));
        }
        List<T> answers = new ArrayList<>();
        for (Future<T> racer : running) {
            answers.add(answer(racer));
        }
        return answers;
    }

    private <T> T answer(Future<T> racer) {
        try {
            return racer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof AssertionError broken) {
                throw new AssertionError(broken.getMessage(), broken);
            }
            throw new AssertionError(
                    rule + ": no call may throw because others call at the same time", failed.getCause());
        } catch (TimeoutException stuck) {
            throw new AssertionError(rule + ": a call has not come back within a minute; give it a timeout", stuck);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(rule + ": interrupted", stopped);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
