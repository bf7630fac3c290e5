package dev.clave.internal.flow;

import dev.clave.ClaveUnavailableException;
import dev.clave.Denied;
import dev.clave.NotSent;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;

/** How often each call has ended how. There are only as many names as there are outcomes, reasons and sockets. */
public final class Counts {
    private final ConcurrentHashMap<String, Calls> calls = new ConcurrentHashMap<>();

    /** How often one call has ended how: by the type of its outcome, or by the reason. */
    public static final class Calls {
        private final ConcurrentHashMap<Object, LongAdder> ends = new ConcurrentHashMap<>();

        /** Calls, and counts how it ended. */
        public <T> T count(Supplier<T> call) {
            return count(call, Calls::end);
        }

        /** Calls, and counts how it ended, which something else tells than the answer. */
        public <T> T count(Supplier<T> call, Function<? super T, Object> ending) {
            try {
                T outcome = call.get();
                add(ending.apply(outcome));
                return outcome;
            } catch (ClaveUnavailableException closed) {
                add("unavailable." + closed.socket());
                throw closed;
            }
        }

        /** Calls what answers nothing, and counts how it ended. */
        public void count(Runnable call) {
            count(() -> {
                call.run();
                return "done";
            });
        }

        private void add(Object end) {
            LongAdder known = ends.get(end);
            (known != null ? known : ends.computeIfAbsent(end, fresh -> new LongAdder())).increment();
        }

        private static Object end(Object outcome) {
            boolean withReason = outcome instanceof Denied || outcome instanceof NotSent;
            return withReason || !(outcome instanceof Record) ? outcome : outcome.getClass();
        }
    }

    /** The calls of that name. */
    public Calls of(String call) {
        return calls.computeIfAbsent(call, fresh -> new Calls());
    }

    /** What has been counted, by name. */
    public Map<String, Long> snapshot() {
        Map<String, Long> snapshot = new TreeMap<>();
        calls.forEach((call, counted) ->
                counted.ends.forEach((end, count) -> snapshot.put(call + '.' + name(end), count.sum())));
        return snapshot;
    }

    private static String name(Object end) {
        if (end instanceof Denied denied) {
            return "Denied." + denied.reason();
        }
        if (end instanceof NotSent notSent) {
            return "NotSent." + notSent.reason();
        }
        return end instanceof Class<?> type ? type.getSimpleName() : end.toString();
    }
}
