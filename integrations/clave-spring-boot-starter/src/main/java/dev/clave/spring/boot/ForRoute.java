package dev.clave.spring.boot;

import dev.clave.spi.Route;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The route of a {@link dev.clave.spi.DeliveryChannel}, on its class or on the method that makes the bean. One without it is for {@link Route#SMS}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ForRoute {
    /**
     * The route.
     *
     * @return the route
     */
    Route value();
}
