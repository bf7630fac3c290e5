package dev.clave.spring.boot;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

/**
 * Properties that begin with {@code clave.} and are none: a slip of the pen would otherwise leave a default in its place. Boot's own way to find them prints their values,
 * and one of them may be a key.
 */
final class UnknownProperties {
    private static final int SLIPS = 2;
    private static final int SHORT = 4;

    /** Every property, in canonical form; those of a map by their prefix. */
    static final List<String> KNOWN = names("clave", ClaveProperties.class).toList();

    private UnknownProperties() {}

    /**
     * Those that are a slip of one of ours. A name that is like none of them, such as {@code clave.gateway.url}, is the application's own; so are the variables of the
     * process, such as CLAVE_KEY.
     */
    static List<ConfigurationProblem> in(Environment environment) {
        return unbound(environment).stream()
                .map(ConfigurationPropertyName::toString)
                .sorted()
                .flatMap(name -> problem(name).stream())
                .toList();
    }

    private static List<ConfigurationPropertyName> unbound(Environment environment) {
        try {
            Binder.get(environment)
                    .bind(
                            "clave",
                            Bindable.of(ClaveProperties.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
            return List.of();
        } catch (BindException failure) {
            if (failure.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
                return unbound.getUnboundProperties().stream()
                        .map(property -> property.getName())
                        .toList();
            }
            throw failure;
        }
    }

    private static Optional<ConfigurationProblem> problem(String name) {
        Optional<String> near = KNOWN.stream()
                .filter(known -> isSlip(name, known))
                .min((one, other) -> Integer.compare(slips(name, one), slips(name, other)));
        if (near.isEmpty() && !isAmongOurs(name)) {
            return Optional.empty();
        }
        return Optional.of(new ConfigurationProblem(
                "There is no property " + name + ".",
                near.map(known -> "Did you mean " + known + "?")
                        .orElse("Correct or remove " + name
                                + ": the guide of the starter lists the properties of clave.")));
    }

    /** Below a name of ours everything is ours. */
    private static boolean isAmongOurs(String name) {
        String top = segment(name);
        return KNOWN.stream().anyMatch(known -> segment(known).equals(top));
    }

    private static boolean isSlip(String name, String known) {
        String own = segment(name);
        String other = segment(known);
        return own.equals(other)
                ? slips(name, known) <= SLIPS
                : slips(own, other) <= (other.length() <= SHORT ? 1 : SLIPS);
    }

    /** What stands behind {@code clave.}. */
    private static String segment(String name) {
        return name.split("\\.", -1)[1].replaceAll("\\[.*", "");
    }

    private static Stream<String> names(String prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents()).flatMap(component -> names(prefix, component));
    }

    private static Stream<String> names(String prefix, RecordComponent component) {
        String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
        return component.getType().isRecord() ? names(name, component.getType()) : Stream.of(name);
    }

    /** How many letters must be added, dropped or changed. */
    private static int slips(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
