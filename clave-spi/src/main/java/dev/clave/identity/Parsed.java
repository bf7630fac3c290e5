package dev.clave.identity;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a forgiving reader made of what a person typed: a value, or the one problem that keeps it from being one.
 *
 * <pre>{@code
 * if (IdentityNumber.parse(typed) instanceof Parsed.Valid<IdentityNumber> valid) register(valid.value());
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param <T> what was to be read
 */
public sealed interface Parsed<T> {

    /**
     * It could be read.
     *
     * @param value the canonical value
     * @param <T> what was to be read
     */
    record Valid<T>(T value) implements Parsed<T> {
        /**
         * Refuses null.
         *
         * @param value the canonical value
         */
        public Valid {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * It could not be read.
     *
     * @param reason why not
     * @param <T> what was to be read
     */
    record Invalid<T>(Problem reason) implements Parsed<T> {
        /**
         * Refuses null.
         *
         * @param reason why not
         */
        public Invalid {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The value, for code that has no use for the problem.
     *
     * @return the value, empty when it could not be read
     */
    default Optional<T> accepted() {
        return this instanceof Valid<T> valid ? Optional.of(valid.value()) : Optional.empty();
    }

    /**
     * The same with another value, where there is one.
     *
     * @param change makes the new value
     * @param <R> the type of the new value
     * @return the new value, or the same problem
     */
    default <R> Parsed<R> map(Function<? super T, ? extends R> change) {
        return this instanceof Valid<T> valid
                ? new Valid<>(change.apply(valid.value()))
                : new Invalid<>(((Invalid<T>) this).reason());
    }

    /**
     * The problem, for code that has no use for the value.
     *
     * @return the problem, empty when it could be read
     */
    default Optional<Problem> problem() {
        return this instanceof Invalid<T> invalid ? Optional.of(invalid.reason()) : Optional.empty();
    }
}
