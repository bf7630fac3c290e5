package dev.clave.spring.boot;

import dev.clave.spi.DeadlineChannel;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Message;
import dev.clave.spi.Route;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** The channels of an application, by route. */
final class Channels {
    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);

    private final ConfigurableListableBeanFactory beans;
    private final DeliveryThreads threads;

    Channels(ConfigurableListableBeanFactory beans, DeliveryThreads threads) {
        this.beans = beans;
        this.threads = threads;
    }

    Map<Route, DeliveryChannel> byRoute() {
        Map<Route, List<String>> names = new TreeMap<>();
        for (String name : beans.getBeanNamesForType(DeliveryChannel.class, true, false)) {
            if (isCandidate(name)) {
                names.computeIfAbsent(routeOf(name), route -> new ArrayList<>()).add(name);
            }
        }
        Problems problems = new Problems();
        Map<Route, DeliveryChannel> channels = new EnumMap<>(Route.class);
        names.forEach((route, of) -> {
            List<String> primary = of.stream().filter(this::isPrimary).toList();
            List<String> wanted = primary.size() == 1 ? primary : of;
            if (wanted.size() > 1) {
                problems.add(
                        "Several channels are for " + route + ": " + String.join(", ", of) + ".",
                        "Leave one, mark one with @Primary, or say what the others are for, such as @ForRoute(Route.APP)"
                                + " beside their @Bean.");
            }
            channels.put(route, channel(wanted.get(0)));
        });
        problems.throwIfAny();
        return channels;
    }

    /** Not made before it is needed: in a test it may stand there and never be. */
    private DeliveryChannel channel(String name) {
        DeliveryChannel late = message -> deliver(name, message);
        Class<?> type = beans.getType(name);
        boolean hasDeadline = type != null && DeadlineChannel.class.isAssignableFrom(type);
        return hasDeadline ? late : threads.within(late);
    }

    /** What it throws counts as not sent; whoever wrote it wants to know where. Its words may be about a person. */
    private DeliveryResult deliver(String name, Message message) {
        try {
            return beans.getBean(name, DeliveryChannel.class).deliver(message);
        } catch (RuntimeException thrown) {
            StackTraceElement[] trace = thrown.getStackTrace();
            LOG.warn(
                    "The channel {} threw {} at {}: the message counts as not sent",
                    name,
                    thrown.getClass().getName(),
                    trace.length == 0 ? "an unknown place" : trace[0]);
            throw thrown;
        }
    }

    /** What stands behind a proxy of a scope, or is hidden from injection, is no channel of its own. */
    private boolean isCandidate(String name) {
        return !beans.containsBeanDefinition(name)
                || beans.getMergedBeanDefinition(name).isAutowireCandidate();
    }

    private boolean isPrimary(String name) {
        return beans.containsBeanDefinition(name)
                && beans.getMergedBeanDefinition(name).isPrimary();
    }

    private Route routeOf(String name) {
        ForRoute route = beans.findAnnotationOnBean(name, ForRoute.class);
        return route == null ? Route.SMS : route.value();
    }
}
