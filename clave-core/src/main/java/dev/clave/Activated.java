package dev.clave;

import dev.clave.spi.DeviceId;
import java.time.Instant;

/**
 * The device is the person's active one: from now on PINs go to its app first. This identifies nobody and opens no session.
 *
 * @param token what the app keeps and sends with every request; give it to the app that asked, and to nobody else
 * @param device the name of this activation
 * @param at when
 */
public record Activated(DeviceToken token, DeviceId device, Instant at) implements ActivationOutcome {}
