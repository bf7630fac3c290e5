/**
 * A store in a relational database: {@link dev.clave.store.jdbc.JdbcPinStore} over any {@link javax.sql.DataSource}, on
 * PostgreSQL, MariaDB and H2, and on others by a {@link dev.clave.store.jdbc.Dialect}.
 */
@NullMarked
package dev.clave.store.jdbc;

import org.jspecify.annotations.NullMarked;
