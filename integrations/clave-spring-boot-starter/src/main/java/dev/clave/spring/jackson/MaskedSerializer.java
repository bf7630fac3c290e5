package dev.clave.spring.jackson;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Writes the form that may be shown. */
final class MaskedSerializer<T> extends StdScalarSerializer<T> {
    private final Function<? super T, String> form;
    private final boolean asName;

    private MaskedSerializer(Class<T> type, Function<? super T, String> form, boolean asName) {
        super(type);
        this.form = form;
        this.asName = asName;
    }

    static <T> MaskedSerializer<T> ofValues(Class<T> type, Function<? super T, String> form) {
        return new MaskedSerializer<>(type, form, false);
    }

    static <T> MaskedSerializer<T> ofKeys(Class<T> type, Function<? super T, String> form) {
        return new MaskedSerializer<>(type, form, true);
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializationContext context) {
        if (asName) {
            json.writeName(form.apply(value));
        } else {
            json.writeString(form.apply(value));
        }
    }
}
