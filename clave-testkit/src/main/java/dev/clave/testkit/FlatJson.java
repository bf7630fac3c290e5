package dev.clave.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON object (RFC 8259) of texts, whole numbers, truths and nulls, read strictly: exactly the fields that are
 * documented, each once, in any order, and nothing after them. Whatever is wrong is an {@link AssertionError}, which
 * repeats no value.
 */
final class FlatJson {
    private static final String SPACE = "[ \\t\\r\\n]*+";
    private static final String TEXT = "\"((?:[^\"\\\\\\x00-\\x1F]++|\\\\(?:[\"\\\\/bfnrt]|u[0-9A-Fa-f]{4}))*+)\"";
    private static final String NUMBER = "(-?(?:0|[1-9][0-9]{0,17}))";
    private static final String VALUE = "(?:" + TEXT + "|" + NUMBER + "|(true|false)|null)";
    private static final Pattern MEMBER =
            Pattern.compile("\\G(?:^" + SPACE + "\\{|(?!^),)" + SPACE + TEXT + SPACE + ":" + SPACE + VALUE + SPACE);
    private static final Pattern END = Pattern.compile("\\}" + SPACE);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|(.))");
    private static final String SHORT_ESCAPES = "bfnrt";
    private static final String SHORT_ESCAPED = "\b\f\n\r\t";

    private final String what;
    private final Map<String, Optional<Object>> values = new HashMap<>();

    private FlatJson(String what) {
        this.what = what;
    }

    /** Reads what is called so in the failure, and has these fields. */
    static FlatJson read(String what, byte[] utf8, Set<String> fields) {
        FlatJson object = new FlatJson(what);
        object.readMembers(object.decode(utf8));
        object.check(object.values.keySet().equals(fields), "must have exactly the fields that are documented");
        return object;
    }

    String text(String field) {
        return optionalText(field).orElseThrow(() -> wrong("must have a text as its " + field));
    }

    /** A text of a form. */
    String text(String field, Pattern form) {
        String text = text(field);
        check(form.matcher(text).matches(), "must have another form of its " + field);
        return text;
    }

    /** Bytes in Base64, with the URL-safe alphabet and without padding (RFC 4648, section 5). */
    byte[] bytes(String field) {
        String text = text(field);
        Optional<byte[]> bytes =
                decoded(text).filter(decoded -> encoded(decoded).equals(text));
        return bytes.orElseThrow(() -> wrong("must have URL-safe Base64 without padding as its " + field));
    }

    /** Empty when it is null. */
    Optional<String> optionalText(String field) {
        return value(field).map(value -> as(String.class, field, value));
    }

    long number(String field) {
        return value(field)
                .map(value -> as(Long.class, field, value))
                .orElseThrow(() -> wrong("must have a whole number as its " + field));
    }

    /** A point in time, in milliseconds since 1970. */
    Instant time(String field) {
        return Instant.ofEpochMilli(number(field));
    }

    boolean truth(String field) {
        return value(field)
                .map(value -> as(Boolean.class, field, value))
                .orElseThrow(() -> wrong("must have true or false as its " + field));
    }

    boolean isNull(String field) {
        return value(field).isEmpty();
    }

    /** Fails unless it is so, with a word on what was read and nothing of what was in it. */
    void check(boolean right, String otherwise) {
        if (!right) {
            throw wrong(otherwise);
        }
    }

    /** URL-safe Base64 without padding. */
    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private AssertionError wrong(String problem) {
        return new AssertionError(what + " " + problem);
    }

    private Optional<Object> value(String field) {
        return values.getOrDefault(field, Optional.empty());
    }

    private <T> T as(Class<T> type, String field, Object value) {
        check(type.isInstance(value), "must have a value of another type as its " + field);
        return type.cast(value);
    }

    private String decode(byte[] utf8) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException malformed) {
            throw wrong("must be UTF-8");
        }
    }

    private void readMembers(String text) {
        Matcher member = MEMBER.matcher(text);
        int end = 0;
        while (member.find()) {
            add(member.toMatchResult());
            end = member.end();
        }
        check(END.matcher(text.substring(end)).matches(), "must be one flat JSON object and nothing else");
    }

    private void add(MatchResult member) {
        boolean again = values.put(unescape(member.group(1)), value(member)) != null;
        check(!again, "must have each field once");
    }

    private Optional<Object> value(MatchResult member) {
        if (member.start(2) >= 0) {
            return Optional.of(unescape(member.group(2)));
        }
        if (member.start(3) >= 0) {
            return Optional.of(Long.valueOf(member.group(3)));
        }
        return member.start(4) >= 0 ? Optional.of(Boolean.valueOf(member.group(4))) : Optional.empty();
    }

    private String unescape(String escaped) {
        String text = ESCAPE.matcher(escaped)
                .replaceAll(escape -> Matcher.quoteReplacement(String.valueOf(character(escape))));
        check(UTF_8.newEncoder().canEncode(text), "must have no half of a character in its texts");
        return text;
    }

    private static char character(MatchResult escape) {
        if (escape.start(1) >= 0) {
            return (char) Integer.parseInt(escape.group(1), 16);
        }
        char letter = escape.group(2).charAt(0);
        int at = SHORT_ESCAPES.indexOf(letter);
        return at < 0 ? letter : SHORT_ESCAPED.charAt(at);
    }
}
