package dev.clave.spring.jackson;

import dev.clave.identity.Parsed;
import dev.clave.identity.Problem;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a text as a person types it. Anything but a text is malformed, and nothing is coerced. */
final class TypedDeserializer<T> extends StdScalarDeserializer<T> {
    private final Class<T> type;
    private final Function<String, Parsed<T>> reader;

    TypedDeserializer(Class<T> type, Function<String, Parsed<T>> reader) {
        super(type);
        this.type = type;
        this.reader = reader;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            throw new MistypedJsonException(type, Problem.MALFORMED, Locations.of(json.currentTokenLocation()));
        }
        return read(json.getString(), json.currentTokenLocation());
    }

    private T read(String typed, TokenStreamLocation at) {
        Parsed<T> parsed = reader.apply(typed);
        if (parsed instanceof Parsed.Invalid<T> invalid) {
            throw new MistypedJsonException(type, invalid.reason(), Locations.of(at));
        }
        return ((Parsed.Valid<T>) parsed).value();
    }

    /** The same for the keys of a map. */
    KeyDeserializer ofKeys() {
        return new KeyDeserializer() {
            @Override
            public Object deserializeKey(String typed, DeserializationContext context) {
                JsonParser json = context.getParser();
                return read(typed, json == null ? TokenStreamLocation.NA : json.currentTokenLocation());
            }
        };
    }
}
