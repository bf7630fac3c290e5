package dev.clave.internal;

import dev.clave.internal.crypto.LoginSecret;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is inside objects of this library, field by field, whatever they print. */
final class Innards {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Object> found = new ArrayList<>();

    private Innards() {}

    /** Every text, array and word that can be reached, as text or bytes. */
    static List<Object> of(Object root) {
        Innards innards = new Innards();
        innards.visit(root);
        return innards.found;
    }

    static byte[] secret(LoginSecret secret) {
        ByteBuffer bytes = ByteBuffer.allocate(LoginSecret.BYTES);
        of(secret).stream().filter(Long.class::isInstance).forEach(word -> bytes.putLong((Long) word));
        return bytes.array();
    }

    private void visit(@Nullable Object object) {
        if (object == null || !seen.add(object)) {
            return;
        }
        if (object instanceof char[] characters) {
            found.add(new String(characters));
        } else if (object instanceof CharSequence || object instanceof byte[] || object instanceof Number) {
            found.add(object);
        } else if (!(object instanceof Enum<?>) && object.getClass().getName().startsWith("dev.clave.")) {
            for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
                visitFields(object, type);
            }
        }
    }

    private void visitFields(Object object, Class<?> type) {
        Field[] fields = type.getDeclaredFields();
        AccessibleObject.setAccessible(fields, true);
        for (Field field : fields) {
            if (!Modifier.isStatic(field.getModifiers())) {
                try {
                    visit(field.get(object));
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }
}
