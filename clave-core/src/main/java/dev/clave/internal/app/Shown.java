package dev.clave.internal.app;

import dev.clave.PinPolicy;
import dev.clave.internal.state.LivePin;
import dev.clave.spi.AuditEvent.PurposeKind;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * What the app shows beside a PIN. Its bytes are authenticated with the sealed PIN: whoever alters them on the way makes it impossible to
 * open. They come from the entry and from what every node is built with, so that each node makes the same.
 *
 * @param organisation who asks; empty when the host has not said
 * @param purpose what the PIN is for
 * @param pin the PIN, of which the code, the generation and the times are shown
 */
public record Shown(String organisation, PurposeKind purpose, LivePin pin) {

    /** The bytes: a JSON object. */
    public byte[] bytes(PinPolicy policy) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        try (JsonGenerator json = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("organisation", organisation);
            json.writeStringProperty("purpose", purpose.name());
            json.writeStringProperty("code", pin.code().text());
            json.writeNumberProperty("generation", pin.generation());
            json.writeNumberProperty("issued", pin.madeAt());
            json.writeNumberProperty("expires", pin.expiresAt(policy));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return "Shown[redacted]";
    }
}
