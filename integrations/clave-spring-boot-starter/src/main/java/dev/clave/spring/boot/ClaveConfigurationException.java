package dev.clave.spring.boot;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A clave cannot be built from what the application has; everything that is wrong at once. */
public final class ClaveConfigurationException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    private final transient List<ConfigurationProblem> problems;

    /**
     * What is wrong.
     *
     * @param problems one or more
     */
    public ClaveConfigurationException(List<ConfigurationProblem> problems) {
        super(problems.stream().map(ConfigurationProblem::description).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /**
     * What is wrong, and what to do.
     *
     * @return the problems
     */
    public List<ConfigurationProblem> problems() {
        return problems;
    }
}
