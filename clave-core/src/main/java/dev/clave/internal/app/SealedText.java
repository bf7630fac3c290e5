package dev.clave.internal.app;

import dev.clave.Purpose;
import dev.clave.spi.Secret;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** What only the device may read: the PIN and, of a text that is to be signed, the summary. */
public final class SealedText {
    private SealedText() {}

    /** The bytes, a JSON object, which the caller wipes. */
    public static byte[] bytes(Secret pin, Purpose purpose) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(96);
        try (JsonGenerator json = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("pin", pin.reveal());
            if (purpose instanceof Purpose.Signature signature) {
                json.writeStringProperty("summary", signature.summary());
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
