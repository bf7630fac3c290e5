/** One class for each thing that a host asks for, each in the same order: open, read, decide, compare, write, tell. */
@NullMarked
package dev.clave.internal.flow;

import org.jspecify.annotations.NullMarked;
