package dev.clave.example.console;

import dev.clave.LoginHandle;
import dev.clave.MaskedRoute;
import dev.clave.identity.IdentityNumber;

/**
 * A login that is open.
 *
 * @param person whose it is to be
 * @param handle what a browser would keep
 * @param route where the PIN will go
 * @param errand what it is for
 */
record Login(IdentityNumber person, LoginHandle handle, MaskedRoute route, Errand errand) {}
