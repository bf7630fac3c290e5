package dev.clave.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Threads that start at the same moment, again and again. */
final class Racers implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    /** Multiplies the rounds of every race, for a longer run. */
    private static final int LONGER = Integer.getInteger("clave.rounds", 1);

    private final ExecutorService threads;
    private final CyclicBarrier start;
    private final int count;

    Racers(int count) {
        this.count = count;
        this.threads = Executors.newFixedThreadPool(count);
        this.start = new CyclicBarrier(count);
    }

    static int rounds(int usual) {
        return usual * LONGER;
    }

    /** What each of them answered, by thread. */
    <T> List<T> race(IntFunction<T> work) {
        List<Future<T>> running = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int racer = i;
            running.add(threads.submit(() -> {
                start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return work.apply(racer);
            }));
        }
        List<T> answers = new ArrayList<>(count);
        for (Future<T> racer : running) {
            answers.add(answer(racer));
        }
        return answers;
    }

    static <T> T answer(Future<T> racer) {
        try {
            return racer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError("no call may throw because others call at the same time", failed.getCause());
        } catch (TimeoutException stuck) {
            throw new AssertionError("a call has not come back", stuck);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
