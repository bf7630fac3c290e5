package dev.clave.spring.jackson;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidDefinitionException;

/** For a type that no document may bring. Jackson's own complaint would quote the text. */
final class UnreadDeserializer<T> extends StdScalarDeserializer<T> {
    private final String why;

    UnreadDeserializer(Class<T> type, String why) {
        super(type);
        this.why = why;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
        throw InvalidDefinitionException.from(
                (JsonParser) null,
                _valueClass.getSimpleName() + " is not read from JSON: " + why,
                context.constructType(_valueClass));
    }
}
