package dev.clave.spring.boot;

import dev.clave.PolicyException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A policy of the application's own may be refused before clave is looked at. */
final class PolicyFailureAnalyzer extends AbstractFailureAnalyzer<PolicyException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PolicyException cause) {
        return ClaveFailureAnalyzer.analysis(Policies.refused(cause).problems(), cause);
    }
}
