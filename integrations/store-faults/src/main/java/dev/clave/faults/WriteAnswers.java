package dev.clave.faults;

import java.nio.charset.StandardCharsets;

/** How a server says that a write was done. */
final class WriteAnswers {
    private WriteAnswers() {}

    static CuttingProxy.WriteAnswer of(Engine engine) {
        return switch (engine) {
            // Each write is a transaction of its own, so its tag comes after its commit.
            case POSTGRESQL ->
                (bytes, length) -> contains(bytes, length, "UPDATE 1\0") || contains(bytes, length, "INSERT 0 1\0");
            case REDIS -> (bytes, length) -> length > 1 && bytes[0] == ':' && bytes[1] == '1';
        };
    }

    private static boolean contains(byte[] bytes, int length, String text) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(text);
    }
}
