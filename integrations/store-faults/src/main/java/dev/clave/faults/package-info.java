/** People log in from several processes while the server under their store is killed, stopped and cut off. */
@NullMarked
package dev.clave.faults;

import org.jspecify.annotations.NullMarked;
