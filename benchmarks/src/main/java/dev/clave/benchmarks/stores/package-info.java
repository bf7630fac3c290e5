/** Logins and their steps over PostgreSQL, H2 and Redis. */
@NullMarked
package dev.clave.benchmarks.stores;

import org.jspecify.annotations.NullMarked;
