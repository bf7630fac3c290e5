/** What an app asks. */
@NullMarked
package dev.clave.benchmarks.devices;

import org.jspecify.annotations.NullMarked;
