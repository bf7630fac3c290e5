package dev.clave.spi;

/**
 * The name of one sending, for the idempotency key or client reference of a gateway: the same message has the same id,
 * another one another. It says nothing about the person and leads nowhere in clave.
 *
 * @param value 1 to 64 ASCII letters, digits and dashes
 */
public record SendId(String value) {
    private static final int LONGEST = 64;

    /**
     * Refuses what a gateway might not take, or a log might take for something else.
     *
     * @param value 1 to 64 ASCII letters, digits and dashes
     * @throws IllegalArgumentException if the value has another form
     */
    public SendId {
        if (value.isEmpty() || value.length() > LONGEST || !isPlain(value)) {
            throw new IllegalArgumentException("a send id has 1 to 64 ASCII letters, digits and dashes");
        }
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isPlain(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }
}
