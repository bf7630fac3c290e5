package dev.clave.spring.boot;

import dev.clave.Budget;
import dev.clave.PinPolicy;
import dev.clave.PinPolicyBuilder;
import dev.clave.PolicyException;
import dev.clave.Risk;
import dev.clave.spring.boot.ClaveProperties.Bucket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** Makes the policy from properties. */
final class Policies {
    private final Problems problems = new Problems();
    private final PinPolicyBuilder builder;

    private Policies(PinPolicyBuilder builder) {
        this.builder = builder;
    }

    static PinPolicy of(ClaveProperties.Policy properties, Stream<PinPolicyCustomizer> customizers) {
        Policies policies = new Policies(PinPolicy.builder(properties.preset()));
        policies.lives(properties);
        policies.budgets(properties);
        customizers.forEach(customizer -> customizer.customize(policies.builder));
        return policies.built();
    }

    private void lives(ClaveProperties.Policy policy) {
        set(policy.pinLength(), builder::pinLength);
        set(policy.pinLife(), builder::pinLife);
        set(policy.loginLife(), builder::loginLife);
        set(policy.wrongPinsPerLogin(), builder::wrongPinsPerLogin);
        set(policy.wrongPinsInARow(), builder::wrongPinsInARow);
        set(policy.sendsPerLogin(), builder::sendsPerLogin);
        set(policy.sendPause(), builder::sendPause);
        set(policy.expiredDocuments(), builder::expiredDocuments);
        set(policy.appFallback(), builder::appFallback);
        set(policy.smsPrefixes(), prefixes -> builder.smsPrefixes(prefixes.toArray(String[]::new)));
    }

    private void budgets(ClaveProperties.Policy policy) {
        budget("wrong-pins", policy.wrongPins(), builder::wrongPins);
        budget("wrong-data", policy.wrongData(), builder::wrongData);
        budget("wrong-data-of-known-browsers", policy.wrongDataOfKnownBrowsers(), builder::wrongDataOfKnownBrowsers);
        budget("logins", policy.logins(), builder::logins);
        budget("sends", policy.sends(), builder::sends);
        budget("identifications", policy.identifications(), builder::identifications);
    }

    private static <T> void set(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    private void budget(String name, @Nullable Bucket bucket, Consumer<Budget> setter) {
        if (bucket == null) {
            return;
        }
        String property = "clave.policy." + name;
        Integer burst = bucket.burst();
        Duration refill = bucket.refill();
        if (burst == null || refill == null) {
            problems.add(
                    property + " has only one of its two numbers.",
                    "Set both " + property + ".burst and " + property + ".refill.");
            return;
        }
        try {
            setter.accept(new Budget(burst, refill));
        } catch (IllegalArgumentException outOfBounds) {
            problems.add(property + ": " + outOfBounds.getMessage() + ".", "Correct " + property + ".");
        }
    }

    private PinPolicy built() {
        PinPolicy policy = problems.gather(() -> {
            try {
                return builder.build();
            } catch (PolicyException unfit) {
                throw refused(unfit);
            }
        });
        problems.throwIfAny();
        return Objects.requireNonNull(policy);
    }

    /** What a policy is refused for, whoever built it, with properties in the place of settings. */
    static ClaveConfigurationException refused(PolicyException unfit) {
        String way = way(unfit);
        return new ClaveConfigurationException(unfit.problems().stream()
                .map(sentence -> sentence.contains("Risk.")
                        ? new ConfigurationProblem("The policy is easy to guess, " + sentence + ".", way)
                        : setting(sentence))
                .toList());
    }

    private static String way(PolicyException unfit) {
        String risks = Arrays.stream(Risk.values())
                .filter(risk -> unfit.problems().stream().anyMatch(problem -> problem.contains("Risk." + risk)))
                .map(risk -> ".acknowledge(Risk." + risk + ")")
                .collect(Collectors.joining());
        return "Make the policy harder (clave.policy.*). Or, knowing the risk, acknowledge it in code (dev.clave.Risk):\n"
                + "  @Bean PinPolicyCustomizer risks() {\n      return policy -> policy" + risks + ";\n  }";
    }

    private static ConfigurationProblem setting(String sentence) {
        String setting = sentence.substring(0, sentence.indexOf(':'));
        String property = "clave.policy." + DataObjectPropertyName.toDashedForm(setting);
        return new ConfigurationProblem(
                property + sentence.substring(setting.length()) + ".",
                "Correct " + property + ", or the bean that says so.");
    }
}
