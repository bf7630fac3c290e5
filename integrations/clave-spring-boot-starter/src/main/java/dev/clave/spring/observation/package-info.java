/** What an operator sees: observations, counters, health. No tag of theirs is personal. */
@NullMarked
package dev.clave.spring.observation;

import org.jspecify.annotations.NullMarked;
