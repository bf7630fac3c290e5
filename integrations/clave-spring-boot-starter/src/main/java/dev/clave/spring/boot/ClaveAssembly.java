package dev.clave.spring.boot;

import dev.clave.Clave;
import dev.clave.ClaveBuilder;
import dev.clave.PinPolicy;
import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.KeyRing;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.Route;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/** Puts a clave together from beans and properties, and tells all that is wrong at once. */
final class ClaveAssembly {
    private static final String CANNOT = "clave cannot be built: ";

    private final ConfigurableListableBeanFactory factory;
    private final Environment environment;
    private final ClaveProperties properties;
    private final Problems problems = new Problems();
    private final Beans beans;

    ClaveAssembly(ConfigurableListableBeanFactory factory, Environment environment, ClaveProperties properties) {
        this.factory = factory;
        this.environment = environment;
        this.properties = properties;
        this.beans = new Beans(factory, problems);
    }

    Clave assemble(DeliveryThreads threads) {
        problems.addAll(UnknownProperties.in(environment));
        ClaveBuilder builder = Clave.builder();
        people(builder);
        channels(builder, threads);
        Optional<KeyRing> keys = beans.find(KeyRing.class);
        Optional<PinPolicy> policy = policy();
        StoreChoice choice = new StoreChoice(beans, properties, problems);
        choice.check(environment, keys, policy);
        names(builder);
        problems.throwIfAny();
        keys.ifPresent(builder::keys);
        policy.ifPresent(builder::policy);
        choice.store().ifPresent(store -> builder.store(decorated(store, SocketDecorator::store)));
        set(clock(factory), builder::clock);
        return built(builder);
    }

    private Clave built(ClaveBuilder builder) {
        beans.all(ClaveBuilderCustomizer.class).forEach(customizer -> customizer.customize(builder));
        try {
            return builder.build();
        } catch (IllegalStateException incomplete) {
            throw Problems.one(
                    String.valueOf(incomplete.getMessage()),
                    "Supply what is named by a bean, by clave.* properties, or in a ClaveBuilderCustomizer.");
        }
    }

    private void people(ClaveBuilder builder) {
        beans.need(
                        PersonRegistry.class,
                        "Declare a bean that says who is registered, and what their document says:\n"
                                + "  @Bean PersonRegistry people(…) { return number -> … ; }")
                .ifPresent(registry -> builder.registry(decorated(registry, SocketDecorator::registry)));
        beans.need(
                        AuditSink.class,
                        "Declare a bean that remembers what happened, such as a JsonLinesAuditSink:\n"
                                + "  @Bean AuditSink audit(…) { return event -> … ; }")
                .ifPresent(audit -> builder.audit(decorated(audit, SocketDecorator::audit)));
        beans.find(DeviceRegistry.class)
                .ifPresent(devices -> builder.devices(decorated(devices, SocketDecorator::devices)));
    }

    private <T> T decorated(T socket, BiFunction<SocketDecorator, T, T> part) {
        T whole = socket;
        for (SocketDecorator decorator : beans.all(SocketDecorator.class).toList()) {
            whole = part.apply(decorator, whole);
        }
        return whole;
    }

    private void channels(ClaveBuilder builder, DeliveryThreads threads) {
        threads.check(problems);
        Map<Route, DeliveryChannel> channels = problems.gather(() -> new Channels(factory, threads).byRoute());
        if (channels == null) {
            return;
        }
        channels.forEach((route, channel) ->
                builder.channel(route, decorated(channel, (decorator, inner) -> decorator.channel(route, inner))));
        if (!channels.containsKey(Route.SMS)) {
            problems.add(
                    "There is no channel by which a PIN goes as an SMS.",
                    "Declare a bean that hands messages to your gateway, or to dev.clave:clave-channel-smpp:\n"
                            + "  @Bean DeliveryChannel sms(…) { return message -> … ; }");
        }
        if (channels.containsKey(Route.APP) && !beans.isThere(DeviceRegistry.class)) {
            problems.add(
                    "There is a channel for the app, and nothing says who has the app on which device.",
                    "Declare a bean of type " + DeviceRegistry.class.getName() + ".");
        }
    }

    private Optional<PinPolicy> policy() {
        return beans.isThere(PinPolicy.class)
                ? beans.find(PinPolicy.class)
                : Optional.ofNullable(
                        problems.gather(() -> Policies.of(properties.policy(), beans.all(PinPolicyCustomizer.class))));
    }

    private void names(ClaveBuilder builder) {
        name("clave.organisation", properties.organisation(), builder, ClaveBuilder::organisation);
        name("clave.site", properties.site(), builder, ClaveBuilder::site);
        name("clave.tenant", properties.tenant(), builder, ClaveBuilder::tenant);
        builder.zone(properties.zone());
    }

    private void name(String property, @Nullable String value, ClaveBuilder builder, NameSetter setter) {
        if (value == null) {
            return;
        }
        setter.set(builder, value);
        ClaveBuilder alone = Clave.builder();
        setter.set(alone, value);
        List<String> faults = faults(alone);
        faults.removeAll(faults(Clave.builder()));
        faults.forEach(fault -> problems.add(property + ": " + fault + ".", "Correct " + property + "."));
    }

    /** A builder that has nothing tells all that is wrong with what little it has. */
    private static List<String> faults(ClaveBuilder builder) {
        try {
            Clave unused = builder.build();
            return new ArrayList<>();
        } catch (IllegalStateException incomplete) {
            String message = String.valueOf(incomplete.getMessage());
            return new ArrayList<>(List.of(message.substring(CANNOT.length()).split("; ", -1)));
        }
    }

    private static <T> void set(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    /**
     * The bean of a clock that is moved by hand, as in tests. A {@link Clock} bean, or the system's time, is the application's own, and may be set back: clave's
     * default is better.
     */
    static @Nullable InstantSource clock(ListableBeanFactory beans) {
        return beans.getBeanProvider(InstantSource.class).stream()
                .filter(source -> !(source instanceof Clock) && !source.equals(InstantSource.system()))
                .findFirst()
                .orElse(null);
    }

    /** A method of the builder. */
    private interface NameSetter {
        ClaveBuilder set(ClaveBuilder builder, String name);
    }
}
