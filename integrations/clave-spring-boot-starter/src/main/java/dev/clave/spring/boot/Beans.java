package dev.clave.spring.boot;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;

/** The beans of an application that clave is put together from. Several of a type, none of them primary, are a problem. */
final class Beans {
    private final ListableBeanFactory factory;
    private final Problems problems;

    Beans(ListableBeanFactory factory, Problems problems) {
        this.factory = factory;
        this.problems = problems;
    }

    /** The one of that type; empty when there is none, or when there was a problem with it, which is told. */
    <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(problems.gather(() -> one(type)));
    }

    private <T> @Nullable T one(Class<T> type) {
        try {
            return factory.getBeanProvider(type).getIfAvailable();
        } catch (NoUniqueBeanDefinitionException several) {
            throw Problems.one(
                    "There are several beans of type " + type.getName() + ": "
                            + Stream.of(factory.getBeanNamesForType(type))
                                    .sorted()
                                    .collect(Collectors.joining(", ")) + ".",
                    "Leave one, or mark the one for clave with @Primary.");
        }
    }

    <T> Optional<T> need(Class<T> type, String action) {
        Optional<T> bean = find(type);
        if (bean.isEmpty() && !isThere(type)) {
            problems.add("There is no bean of type " + type.getName() + ".", action);
        }
        return bean;
    }

    /** Whether one is declared, made or not. */
    boolean isThere(Class<?> type) {
        return factory.getBeanNamesForType(type, true, false).length > 0;
    }

    <T> Stream<T> all(Class<T> type) {
        return factory.getBeanProvider(type).orderedStream();
    }
}
