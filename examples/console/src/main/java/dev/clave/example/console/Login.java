package dev.clave.example.console;

import dev.clave.LoginHandle;
import dev.clave.MaskedRoute;
import dev.clave.identity.IdentityNumber;
import java.util.Optional;

/**
 * A login that is open.
 *
 * @param person whose it is to be
 * @param handle what a browser would keep
 * @param route where the PIN will go
 * @param toSign the text to sign; empty for a login that only identifies
 */
record Login(IdentityNumber person, LoginHandle handle, MaskedRoute route, Optional<String> toSign) {}
