package dev.clave;

import dev.clave.identity.Problem;
import java.util.Optional;

/**
 * What {@link Validators} made of what was typed into a form: a value, or a problem with a sentence for the person.
 *
 * <p>Immutable and safe for use by many threads. Neither form repeats what was typed.
 *
 * @param <T> what was asked for
 */
public sealed interface Checked<T> {

    /**
     * It can be read.
     *
     * @param value the canonical value
     * @param <T> what was asked for
     */
    record Valid<T>(T value) implements Checked<T> {}

    /**
     * It cannot be read.
     *
     * @param problem why not; its name is stable and safe to log
     * @param sentence what is wrong and what to do, in the person's language
     * @param <T> what was asked for
     */
    record Invalid<T>(Problem problem, String sentence) implements Checked<T> {}

    /**
     * The value, for code that has no use for the problem.
     *
     * @return the value, empty when there is a problem
     */
    default Optional<T> accepted() {
        return this instanceof Valid<T> valid ? Optional.of(valid.value()) : Optional.empty();
    }

    /**
     * The sentence to show beside the box.
     *
     * @return the sentence, empty when there is no problem
     */
    default Optional<String> complaint() {
        return this instanceof Invalid<T> invalid ? Optional.of(invalid.sentence()) : Optional.empty();
    }
}
