package dev.clave.spring.jackson;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.type.MapLikeType;
import tools.jackson.databind.type.MapType;

/** When a value of a map cannot be read, Jackson's exception names its key. Of a map whose keys are a person's it does not. */
final class QuietKeys extends ValueDeserializerModifier {
    private static final long serialVersionUID = 1L;
    private static final String SOME_KEY = "***";

    @SuppressWarnings("serial") // an immutable set, which is
    private final Set<Class<?>> personal;

    QuietKeys(Set<Class<?>> personal) {
        this.personal = Set.copyOf(personal);
    }

    @Override
    public ValueDeserializer<?> modifyMapDeserializer(
            DeserializationConfig config,
            MapType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> deserializer) {
        return quiet(type, deserializer);
    }

    @Override
    public ValueDeserializer<?> modifyMapLikeDeserializer(
            DeserializationConfig config,
            MapLikeType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> deserializer) {
        return quiet(type, deserializer);
    }

    /** An entry by itself. */
    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
        JavaType type = description.getType();
        boolean entry = type.hasRawClass(Map.Entry.class)
                && personal.contains(type.containedTypeOrUnknown(0).getRawClass());
        return entry ? new Quiet(deserializer) : deserializer;
    }

    private ValueDeserializer<?> quiet(JavaType type, ValueDeserializer<?> deserializer) {
        return personal.contains(type.getKeyType().getRawClass()) ? new Quiet(deserializer) : deserializer;
    }

    /** Reads as the other does, and tells of a failure without the key. */
    private static final class Quiet extends DelegatingDeserializer {

        Quiet(ValueDeserializer<?> deserializer) {
            super(deserializer);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
            return new Quiet(deserializer);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            try {
                return super.deserialize(json, context);
            } catch (JacksonException failure) {
                throw withoutKey(failure, handledType());
            }
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context, Object map) {
            try {
                return super.deserialize(json, context, map);
            } catch (JacksonException failure) {
                throw withoutKey(failure, handledType());
            }
        }

        @Override
        public Object deserializeWithType(JsonParser json, DeserializationContext context, TypeDeserializer types) {
            try {
                return super.deserializeWithType(json, context, types);
            } catch (JacksonException failure) {
                throw withoutKey(failure, handledType());
            }
        }
    }

    /** The first step of the path is the key. The old exception is no cause of the new one, for it would print as such. */
    private static JacksonException withoutKey(JacksonException failure, Class<?> type) {
        List<Reference> path = failure.getPath();
        if (path.isEmpty()) {
            return failure;
        }
        JacksonException same = failure instanceof MistypedJsonException mistyped
                ? new MistypedJsonException(mistyped.getTargetType(), mistyped.problem(), failure.getLocation())
                : new UnreadEntryException(failure);
        for (int i = path.size() - 1; i > 0; i--) {
            same.prependPath(path.get(i));
        }
        return same.prependPath(new Reference(type, SOME_KEY));
    }

    /** The value of an entry cannot be read. */
    private static final class UnreadEntryException extends MismatchedInputException {
        private static final long serialVersionUID = 1L;

        UnreadEntryException(JacksonException failure) {
            super((JsonParser) null, failure.getOriginalMessage(), at(failure));
        }

        private static TokenStreamLocation at(JacksonException failure) {
            TokenStreamLocation at = failure.getLocation();
            return at == null ? TokenStreamLocation.NA : Locations.of(at);
        }
    }
}
