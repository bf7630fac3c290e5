package dev.clave;

import java.util.List;

/** A policy that cannot be used, with all that is wrong with it. Its message lists the problems, one per line. */
public final class PolicyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** One sentence each. */
    private final String[] problems;

    PolicyException(List<String> problems) {
        super("this policy cannot be used:\n- " + String.join("\n- ", problems));
        this.problems = problems.toArray(String[]::new);
    }

    /**
     * What is wrong, one sentence each. They name the setting and hold no personal data.
     *
     * @return the problems, at least one
     */
    public List<String> problems() {
        return List.of(problems);
    }
}
