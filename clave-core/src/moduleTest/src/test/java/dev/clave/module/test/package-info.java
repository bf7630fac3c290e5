/** What a stranger's module can do with clave, and what it cannot. */
@NullMarked
package dev.clave.module.test;

import org.jspecify.annotations.NullMarked;
