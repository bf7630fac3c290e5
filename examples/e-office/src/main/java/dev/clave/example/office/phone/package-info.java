/**
 * The phone of the demo, in the browser: an inbox of SMS, and an app that is installed and holds keys of its own. None of it exists outside
 * the profile {@code demo}.
 */
@NullMarked
package dev.clave.example.office.phone;

import org.jspecify.annotations.NullMarked;
