/** What the tests of all stores share. */
@NullMarked
package dev.clave.store.tests;

import org.jspecify.annotations.NullMarked;
