package dev.clave.spring.boot;

import dev.clave.ClaveBuilder;

/** Says more of the {@link dev.clave.Clave} of an application than beans and properties do. Declare it as a bean; the ordered ones run in order, after everything else. */
@FunctionalInterface
public interface ClaveBuilderCustomizer {

    /**
     * Changes what is about to be built.
     *
     * @param builder with what beans and properties say
     */
    void customize(ClaveBuilder builder);
}
