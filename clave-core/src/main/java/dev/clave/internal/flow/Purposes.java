package dev.clave.internal.flow;

import dev.clave.Purpose;
import dev.clave.TextDigest;
import dev.clave.spi.AuditEvent.PurposeKind;
import java.util.Optional;

/** Purposes, by their kind. */
final class Purposes {
    private Purposes() {}

    static PurposeKind kind(Purpose purpose) {
        return purpose instanceof Purpose.Signature ? PurposeKind.SIGNATURE : PurposeKind.IDENTIFICATION;
    }

    /** The purpose of a login, with the text that is presented now in place of the one that was announced; empty when it is another purpose. */
    static Optional<Purpose> presented(Purpose announced, Optional<TextDigest> text) {
        if (announced instanceof Purpose.Signature signature) {
            return text.map(digest -> new Purpose.Signature(signature.summary(), digest));
        }
        return text.isPresent() ? Optional.empty() : Optional.of(announced);
    }
}
