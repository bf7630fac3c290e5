package dev.clave.internal.flow;

import dev.clave.PinPolicy;
import dev.clave.Purpose;
import dev.clave.TextDigest;
import dev.clave.internal.app.DeviceOffer;
import dev.clave.spi.AuditEvent.PurposeKind;
import java.util.Optional;

/** Purposes, by their kind. */
final class Purposes {
    private static final int SHORTEST_FOR_ACTIVATION = 6;

    private Purposes() {}

    static PurposeKind kind(Purpose purpose) {
        if (purpose instanceof Purpose.Signature) {
            return PurposeKind.SIGNATURE;
        }
        return purpose instanceof Purpose.Activation ? PurposeKind.ACTIVATION : PurposeKind.IDENTIFICATION;
    }

    /** How long a PIN is. A device stays active for years, so that its activation is never cheap to guess. */
    static int pinLength(PurposeKind purpose, PinPolicy policy) {
        return purpose == PurposeKind.ACTIVATION
                ? Math.max(SHORTEST_FOR_ACTIVATION, policy.pinLength())
                : policy.pinLength();
    }

    /** Whether a PIN may go to the app: not the one that is to activate it, or another in its place. */
    static boolean mayGoToApp(Purpose purpose) {
        return !(purpose instanceof Purpose.Activation);
    }

    /** The purpose of a login, with the text that is presented now in place of the one that was announced; empty when it is another purpose. */
    static Optional<Purpose> presented(Purpose announced, Optional<TextDigest> text) {
        if (announced instanceof Purpose.Signature signature) {
            return text.map(digest -> new Purpose.Signature(signature.summary(), digest));
        }
        boolean plain = announced instanceof Purpose.Identification && text.isEmpty();
        return plain ? Optional.of(announced) : Optional.empty();
    }

    /** The purpose of a login that is to activate a device, for the one that is offered now; empty when it is another purpose. */
    static Optional<Purpose> presented(Purpose announced, DeviceOffer offer) {
        return announced instanceof Purpose.Activation ? Optional.of(offer.purpose()) : Optional.empty();
    }
}
