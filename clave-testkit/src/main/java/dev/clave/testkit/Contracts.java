package dev.clave.testkit;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What the contracts share. */
final class Contracts {
    private Contracts() {}

    /** What the host has given for a rule; without it the rule is skipped. */
    static <T> T given(Optional<T> hook, String rule, String method) {
        return hook.orElseGet(
                () -> Assumptions.abort(rule + " was not checked: it needs " + method + " to be overridden"));
    }

    /** Fails with a message that begins with the number of the rule. */
    static void check(boolean kept, String otherwise) {
        if (!kept) {
            Assertions.fail(otherwise);
        }
    }

    /** The exception that a call throws. */
    static Optional<Exception> thrown(Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (RuntimeException expected) {
            return Optional.of(expected);
        }
    }

    /** What a call on an interrupted thread answers, empty when it throws. The interrupt goes no further. */
    static Optional<Boolean> interrupted(BooleanSupplier call) {
        Thread.currentThread().interrupt();
        try {
            return Optional.of(call.getAsBoolean());
        } catch (RuntimeException cannotTell) {
            return Optional.empty();
        } finally {
            Thread.interrupted();
        }
    }
}
