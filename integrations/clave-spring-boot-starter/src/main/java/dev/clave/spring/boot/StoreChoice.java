package dev.clave.spring.boot;

import dev.clave.MemoryPinStore;
import dev.clave.PinPolicy;
import dev.clave.spi.EphemeralKeyRing;
import dev.clave.spi.KeyRing;
import dev.clave.spi.PinStore;
import dev.clave.spring.boot.ClaveProperties.StoreType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Where the logins live, and what does not go together with that. */
final class StoreChoice {
    private static final String SHARED =
            "Set clave.store.type to jdbc or redis, or declare a bean of type PinStore that all nodes share.";

    private final ClaveProperties properties;
    private final Problems problems;
    private final boolean isDeclared;
    private final @Nullable PinStore store;

    StoreChoice(Beans beans, ClaveProperties properties, Problems problems) {
        this.properties = properties;
        this.problems = problems;
        this.isDeclared = beans.isThere(PinStore.class);
        this.store = beans.find(PinStore.class).orElse(null);
    }

    Optional<PinStore> store() {
        return Optional.ofNullable(store);
    }

    void check(Environment environment, Optional<KeyRing> keys, Optional<PinPolicy> policy) {
        artifact();
        unusedSettings(environment);
        nodes(keys.isPresent() && keys.get() instanceof EphemeralKeyRing);
        if (!isDeclared
                && properties.store().type() == null
                && policy.filter(PinPolicy::isSmallSpace).isPresent()) {
            problems.add(
                    "With so few PINs a restart that forgets wrong ones counts, and no store is named.",
                    "Set clave.store.type to jdbc or redis; or to memory, knowing that it forgets.");
        }
    }

    /** The configuration of a store that was asked for leaves a bean, unless its classes are missing. */
    private void artifact() {
        StoreType type = properties.store().type();
        if (!isDeclared && type != null) {
            String name = type.name().toLowerCase(Locale.ROOT);
            problems.add(
                    "clave.store.type is " + name + ", and its store is not on the class path.",
                    "Add the dependency dev.clave:clave-store-" + name + ".");
        }
    }

    /** Settings of a store that nobody has chosen: somebody believes to have. */
    private void unusedSettings(Environment environment) {
        if (isDeclared || properties.store().type() != null) {
            return;
        }
        Binder binder = Binder.get(environment);
        for (String type : List.of("jdbc", "redis", "memory")) {
            String prefix = "clave.store." + type;
            if (binder.bind(prefix, Bindable.mapOf(String.class, Object.class)).isBound()) {
                problems.add(
                        prefix + ".* is set, and clave.store.type is not.",
                        "Set clave.store.type=" + type + ", or remove " + prefix + ".*.");
            }
        }
    }

    private void nodes(boolean ephemeral) {
        int nodes = properties.nodes();
        if (nodes < 1) {
            problems.add("clave.nodes is " + nodes + ".", "Set clave.nodes to the number of nodes, 1 or more.");
        }
        if (nodes > 1 && isInMemory()) {
            problems.add("There are " + nodes + " nodes, and the logins are in the memory of one.", SHARED);
        }
        if (ephemeral && nodes > 1) {
            problems.add(
                    "The keys are ephemeral, and there are " + nodes + " nodes: each would have its own.",
                    "Set clave.keys.* to the same keys on each node.");
        }
        if (ephemeral && !isInMemory()) {
            problems.add(
                    "The keys are ephemeral, and the store outlives them.",
                    "Set clave.keys.*, in a development profile too, or keep the logins in memory there: clave.store.type=memory.");
        }
    }

    /** A store that could not be made is judged by what it would have been. */
    private boolean isInMemory() {
        StoreType type = properties.store().type();
        boolean asked = type == null ? !isDeclared : type == StoreType.MEMORY;
        return store == null ? asked : store instanceof MemoryPinStore;
    }
}
