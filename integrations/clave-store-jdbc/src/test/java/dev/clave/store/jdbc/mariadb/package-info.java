/** The tests that need a MariaDB, whose server is too large for every build: they are in the profile ci. */
@NullMarked
package dev.clave.store.jdbc.mariadb;

import org.jspecify.annotations.NullMarked;
