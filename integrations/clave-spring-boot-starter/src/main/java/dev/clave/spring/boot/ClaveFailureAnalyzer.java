package dev.clave.spring.boot;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts an application what its clave lacks, and what to do. */
final class ClaveFailureAnalyzer extends AbstractFailureAnalyzer<ClaveConfigurationException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, ClaveConfigurationException cause) {
        return analysis(cause.problems(), cause);
    }

    static FailureAnalysis analysis(List<ConfigurationProblem> problems, Throwable cause) {
        return new FailureAnalysis(
                "clave cannot be set up:\n\n" + list(problems, ConfigurationProblem::description),
                "To set clave up:\n\n" + list(problems, ConfigurationProblem::action),
                cause);
    }

    private static String list(List<ConfigurationProblem> problems, Function<ConfigurationProblem, String> part) {
        return problems.stream()
                .map(part)
                .distinct()
                .map(text -> "  - " + text.replace("\n", "\n    "))
                .collect(Collectors.joining("\n"));
    }
}
