/** The e-Office on two nodes behind a proxy: a login that was begun on one of them is finished on the other. */
@NullMarked
package dev.clave.example.office.nodes;

import org.jspecify.annotations.NullMarked;
