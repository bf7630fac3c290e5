package dev.clave.internal.entries;

import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the parts of an entry one by one and takes nothing that was not written so. */
final class EntryReader {
    private static final int MOST = 1_000_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    private final JsonParser parser;

    EntryReader(JsonParser parser) {
        this.parser = parser;
    }

    void startArray() {
        expect(JsonToken.START_ARRAY);
    }

    void endArray() {
        expect(JsonToken.END_ARRAY);
    }

    void end() {
        if (parser.nextToken() != null) {
            throw new IllegalArgumentException("surplus content");
        }
    }

    /** Whether an array begins here; the other thing that may stand here is null. */
    boolean startsArrayOrNull() {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_ARRAY) {
            return true;
        }
        check(token == JsonToken.VALUE_NULL);
        return false;
    }

    boolean flag() {
        JsonToken token = parser.nextToken();
        check(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE);
        return token == JsonToken.VALUE_TRUE;
    }

    long word() {
        expect(JsonToken.VALUE_NUMBER_INT);
        return parser.getLongValue();
    }

    /** Milliseconds since 1970. */
    long time() {
        long time = word();
        check(time >= 0);
        return time;
    }

    int smallNumber() {
        long number = word();
        check(number >= 0 && number <= MOST);
        return (int) number;
    }

    int code() {
        long code = word();
        check(code >= 0 && code <= Integer.MAX_VALUE);
        return (int) code;
    }

    /** The name of a key, or of one of a few things. */
    String name() {
        expect(JsonToken.VALUE_STRING);
        String name = parser.getString();
        check(NAME.matcher(name).matches());
        return name;
    }

    byte[] bytes(int count) {
        expect(JsonToken.VALUE_EMBEDDED_OBJECT);
        byte[] bytes = parser.getBinaryValue();
        check(bytes != null && bytes.length == count);
        return bytes;
    }

    byte[] bytesUpTo(int most) {
        expect(JsonToken.VALUE_EMBEDDED_OBJECT);
        byte[] bytes = parser.getBinaryValue();
        check(bytes != null && bytes.length <= most);
        return bytes;
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        return Enum.valueOf(type, name());
    }

    private void expect(JsonToken token) {
        check(parser.nextToken() == token);
    }

    private static void check(boolean asWritten) {
        if (!asWritten) {
            throw new IllegalArgumentException("not as it was written");
        }
    }
}
