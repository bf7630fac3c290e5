package dev.clave.spring.jackson;

import dev.clave.identity.Problem;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * A text in JSON is not what its place asks for. The message says which {@link Problem} it has and where it stands, and repeats nothing of
 * it, nor of the document around it.
 */
public final class MistypedJsonException extends MismatchedInputException {
    private static final long serialVersionUID = 1L;

    /** What the text has. */
    private final Problem problem;

    MistypedJsonException(Class<?> type, Problem problem, TokenStreamLocation at) {
        super((JsonParser) null, "this is no " + type.getSimpleName() + ": " + problem, at);
        this._targetType = type;
        this.problem = problem;
    }

    /**
     * What is wrong with the text; {@link dev.clave.Sentences} has a sentence for it.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }
}
