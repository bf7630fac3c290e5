package dev.clave.spring.boot;

import dev.clave.PolicyException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;

/** Gathers what is wrong, so that it is told at once. */
final class Problems {
    private final List<ConfigurationProblem> all = new ArrayList<>();

    void add(String description, String action) {
        all.add(new ConfigurationProblem(description, action));
    }

    void addAll(List<ConfigurationProblem> problems) {
        all.addAll(problems);
    }

    /** Adds the problems of a part that was being made; null when it could not be. */
    <T> @Nullable T gather(Supplier<@Nullable T> part) {
        try {
            return part.get();
        } catch (ClaveConfigurationException wrong) {
            all.addAll(wrong.problems());
            return null;
        } catch (BeansException wrapped) {
            all.addAll(in(wrapped).problems());
            return null;
        }
    }

    private static ClaveConfigurationException in(BeansException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClaveConfigurationException wrong) {
                return wrong;
            }
            if (cause instanceof PolicyException unfit) {
                return Policies.refused(unfit);
            }
        }
        throw failure;
    }

    void throwIfAny() {
        if (!all.isEmpty()) {
            throw new ClaveConfigurationException(all);
        }
    }

    static ClaveConfigurationException one(String description, String action) {
        return new ClaveConfigurationException(List.of(new ConfigurationProblem(description, action)));
    }
}
