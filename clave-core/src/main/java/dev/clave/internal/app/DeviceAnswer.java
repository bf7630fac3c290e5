package dev.clave.internal.app;

import dev.clave.internal.crypto.Base64Url;
import dev.clave.internal.state.LoginId;
import dev.clave.internal.state.SealedPin;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * What a device is answered, whoever asked and however wrong: always the same fields, and always the server's time.
 *
 * @param done whether what was asked for has been done; a poll asks for nothing
 * @param pin the PIN that waits for this device; empty when there is none for whoever asked
 */
public record DeviceAnswer(boolean done, Optional<Waiting> pin) {
    /** How many seconds an app lets pass between two polls, as the page of the service says. */
    private static final int REFRESH = 10;

    private static final int VERSION = 1;

    /** Nothing is there, or nothing is said. */
    public static final DeviceAnswer NOTHING = new DeviceAnswer(false, Optional.empty());

    /** It has been done. */
    public static final DeviceAnswer DONE = new DeviceAnswer(true, Optional.empty());

    /**
     * A PIN that waits for the device.
     *
     * @param login the login that asked for it, in hexadecimal digits
     * @param shown what the app shows beside it, in Base64
     * @param sealed the PIN, in Base64
     */
    public record Waiting(String login, String shown, String sealed) {}

    /** The device is told of a PIN. */
    public static DeviceAnswer of(LoginId login, byte[] shown, SealedPin sealed) {
        Waiting waiting = new Waiting(login.hex(), Base64Url.encode(shown), Base64Url.encode(sealed.bytes()));
        return new DeviceAnswer(false, Optional.of(waiting));
    }

    /** The bytes: a JSON object. */
    public byte[] bytes(long now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeNumberProperty("version", VERSION);
            json.writeNumberProperty("time", now);
            json.writeNumberProperty("refresh", REFRESH);
            json.writeBooleanProperty("done", done);
            write(json, "login", pin.map(Waiting::login));
            write(json, "shown", pin.map(Waiting::shown));
            write(json, "sealed", pin.map(Waiting::sealed));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, String name, Optional<String> value) {
        if (value.isPresent()) {
            json.writeStringProperty(name, value.get());
        } else {
            json.writeNullProperty(name);
        }
    }
}
