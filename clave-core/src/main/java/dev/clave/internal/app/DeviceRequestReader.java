package dev.clave.internal.app;

import dev.clave.internal.app.DeviceRequest.Ask;
import dev.clave.internal.state.LoginId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Reads what a device sends: one flat JSON object with exactly the fields of its ask. Whatever else comes is no request. */
public final class DeviceRequestReader {
    /** No request is longer, in bytes. */
    public static final int LONGEST = 2_048;

    private static final long VERSION = 1;
    private static final Set<String> FIELDS = Set.of("version", "ask", "token", "time", "signature");
    private static final Set<String> FIELDS_OF_NOT_ME =
            Set.of("version", "ask", "token", "time", "login", "generation", "signature");
    private static final LoginId NO_LOGIN = new LoginId(0, 0);

    private final Map<String, Object> fields = new HashMap<>();

    private DeviceRequestReader() {}

    /** The request; empty when this is none. */
    public static Optional<DeviceRequest> read(byte[] body) {
        if (body.length > LONGEST) {
            return Optional.empty();
        }
        try (JsonParser in = Json.FACTORY.createParser(ObjectReadContext.empty(), utf8(body))) {
            DeviceRequestReader reader = new DeviceRequestReader();
            reader.readFields(in);
            return Optional.of(reader.request());
        } catch (JacksonException | IllegalArgumentException noRequest) {
            return Optional.empty();
        }
    }

    /** The parser would guess at other encodings. */
    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("not in UTF-8", malformed);
        }
    }

    private void readFields(JsonParser in) {
        require(in.nextToken() == JsonToken.START_OBJECT);
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            require(value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT);
            fields.put(name, value == JsonToken.VALUE_STRING ? in.getString() : (Object) in.getLongValue());
        }
        require(in.currentToken() == JsonToken.END_OBJECT && in.nextToken() == null);
    }

    private DeviceRequest request() {
        Ask ask = ask(text("ask"));
        require(fields.keySet().equals(ask == Ask.NOT_ME ? FIELDS_OF_NOT_ME : FIELDS) && number("version") == VERSION);
        return new DeviceRequest(
                ask,
                text("token"),
                number("time"),
                ask == Ask.NOT_ME ? login(text("login")) : NO_LOGIN,
                ask == Ask.NOT_ME ? generation(number("generation")) : 0,
                text("signature"));
    }

    private static Ask ask(String word) {
        for (Ask ask : Ask.values()) {
            if (ask.word().equals(word)) {
                return ask;
            }
        }
        throw new IllegalArgumentException("no such ask");
    }

    private static LoginId login(String hex) {
        byte[] id = HexFormat.of().parseHex(hex);
        require(id.length == LoginId.BYTES && HexFormat.of().formatHex(id).equals(hex));
        return LoginId.of(id);
    }

    private static int generation(long number) {
        require(number > 0 && number <= Integer.MAX_VALUE);
        return (int) number;
    }

    private String text(String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text");
    }

    private long number(String name) {
        if (fields.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("no number");
    }

    private static void require(boolean inForm) {
        if (!inForm) {
            throw new IllegalArgumentException("not in form");
        }
    }
}
