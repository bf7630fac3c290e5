package dev.clave.example.office.phone;

import dev.clave.LoginHandle;
import dev.clave.NewDevice;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the app sent to be activated. It is read here and not by the framework, whose exceptions quote what they could not read, and whose
 * log has them: a number, a datum and a PIN are in it.
 */
final class AppBody {
    /** Two keys, a name, a handle, and a good deal more. */
    static final int LONGEST = 8_192;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode fields;

    private AppBody(JsonNode fields) {
        this.fields = fields;
    }

    /**
     * Reads the body of a request, and no more of it than it may have.
     *
     * @return the fields; empty when it is no JSON object
     * @throws TooLongException if it is too long
     */
    static Optional<AppBody> of(HttpServletRequest request) throws IOException {
        byte[] body = read(request, LONGEST);
        if (body.length > LONGEST) {
            throw new TooLongException();
        }
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject).map(AppBody::new);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** At most one byte more than the limit, by which whoever reads it sees that there was more. */
    static byte[] read(HttpServletRequest request, int limit) throws IOException {
        return request.getInputStream().readNBytes(limit + 1);
    }

    /** A field of text; null when there is none, which is what clave takes for nothing typed. */
    @Nullable
    String text(String name) {
        return text(fields, name);
    }

    boolean isTrue(String name) {
        return fields.path(name).asBoolean(false);
    }

    LoginHandle handle() {
        return LoginHandle.of(text("handle"));
    }

    /** The app has no push address: it asks. */
    NewDevice device() {
        JsonNode device = fields.path("device");
        return NewDevice.of(text(device, "sealingKey"), text(device, "signingKey"), text(device, "name"), null);
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode field = node.path(name);
        return field.isString() ? field.stringValue() : null;
    }

    @Override
    public String toString() {
        return "AppBody[redacted]";
    }

    /** There was more than there may be. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
