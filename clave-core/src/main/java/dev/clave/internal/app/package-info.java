/** What passes between an app and the server: requests, answers, and what the app shows. See the guide of clave-core. */
@NullMarked
package dev.clave.internal.app;

import org.jspecify.annotations.NullMarked;
