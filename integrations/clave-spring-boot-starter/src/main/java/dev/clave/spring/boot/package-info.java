/** Auto-configuration: a {@link dev.clave.Clave} from the beans and the properties of an application. */
@NullMarked
package dev.clave.spring.boot;

import org.jspecify.annotations.NullMarked;
