package dev.clave.spring.observation;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Observes calls of the host's code: how long they take, how they end, and what they throw by the name of its type alone, for the words of
 * an exception may be about a person.
 */
final class SocketObservations {
    private static final String RESULT = "result";
    private static final String EXCEPTION = "exception";

    private final ObservationRegistry registry;

    SocketObservations(ObservationRegistry registry) {
        this.registry = registry;
    }

    /** One call of a socket, about to be made. */
    Observation of(String socket, String key, String value) {
        return Observation.createNotStarted("clave." + socket, registry)
                .contextualName("clave " + socket + " " + value)
                .lowCardinalityKeyValue(key, value);
    }

    /** Makes the call, which ends in one of a few ways. */
    static <T> T observe(Observation observation, Supplier<T> call, Function<T, String> result) {
        observation.start();
        Observation.Scope scope = observation.openScope();
        try {
            T answer = call.get();
            tell(observation, answer == null ? "null" : result.apply(answer), KeyValue.NONE_VALUE);
            return answer;
        } catch (Throwable thrown) {
            tell(observation, "failed", nameOf(thrown));
            observation.error(new SocketFailedException(nameOf(thrown)));
            throw thrown;
        } finally {
            scope.close();
            observation.stop();
        }
    }

    private static void tell(Observation observation, String result, String exception) {
        observation.lowCardinalityKeyValue(RESULT, result).lowCardinalityKeyValue(EXCEPTION, exception);
    }

    private static String nameOf(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        return name.isEmpty() ? "anonymous" : name;
    }
}
