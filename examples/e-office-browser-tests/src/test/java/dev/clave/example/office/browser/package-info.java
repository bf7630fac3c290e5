/** The e-Office as a person meets it: in a browser, by what the pages say and by the roles that assistive technology sees. */
@NullMarked
package dev.clave.example.office.browser;

import org.jspecify.annotations.NullMarked;
