package dev.clave;

import dev.clave.spi.Route;

/**
 * A way that a PIN can go, as it may be shown.
 *
 * @param route the way
 * @param masked where it leads: for an SMS the last three digits of the phone, such as {@code ******018}; for an app the
 *     name of the device, such as {@code Pixel 9}, which the device chose: escape it
 */
public record MaskedRoute(Route route, String masked) {}
