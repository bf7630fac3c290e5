package dev.clave.internal.crypto;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A vector of Project Wycheproof for a message authentication code, in hexadecimal digits. */
record MacVector(int number, String comment, String key, String message, String tag, boolean valid) {

    static List<MacVector> all() {
        InputStream file = MacVector.class.getResourceAsStream("/vectors/hmac_sha256_selection.json");
        if (file == null) {
            throw new IllegalStateException("the vectors are not in the test resources");
        }
        List<MacVector> vectors = new ArrayList<>();
        Map<String, String> fields = new TreeMap<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), file)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isScalarValue() && json.currentName() != null) {
                    fields.put(json.currentName(), json.getString());
                } else if (token == JsonToken.END_OBJECT && fields.containsKey("tcId")) {
                    vectors.add(of(fields));
                    fields.clear();
                }
            }
        }
        return vectors;
    }

    private static MacVector of(Map<String, String> fields) {
        return new MacVector(
                Integer.parseInt(fields.getOrDefault("tcId", "")),
                fields.getOrDefault("comment", ""),
                fields.getOrDefault("key", "?"),
                fields.getOrDefault("msg", "?"),
                fields.getOrDefault("tag", "?"),
                "valid".equals(fields.get("result")));
    }

    byte[] keyBytes() {
        return HexFormat.of().parseHex(key);
    }

    byte[] messageBytes() {
        return HexFormat.of().parseHex(message);
    }

    byte[] tagBytes() {
        return HexFormat.of().parseHex(tag);
    }

    @Override
    public String toString() {
        return number + " " + comment;
    }
}
