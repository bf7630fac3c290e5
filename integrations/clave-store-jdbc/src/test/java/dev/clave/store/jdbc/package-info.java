/** Tests of the store in a relational database, on real engines. */
@NullMarked
package dev.clave.store.jdbc;

import org.jspecify.annotations.NullMarked;
