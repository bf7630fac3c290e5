package dev.clave.channel.smpp;

/**
 * Who a message is from.
 *
 * @param address the source address, as it goes into the PDU
 * @param ton the type of number
 * @param npi the numbering plan indicator
 */
record Source(String address, int ton, int npi) {
    private static final int INTERNATIONAL = 1;
    private static final int NETWORK_SPECIFIC = 3;
    private static final int ALPHANUMERIC = 5;
    private static final int ISDN = 1;
    private static final int UNKNOWN = 0;

    /** As senders are usually numbered: by plus sign, digits alone, or anything else. */
    static Source of(String sender) {
        if (sender.matches("\\+[0-9]+")) {
            return new Source(sender.substring(1), INTERNATIONAL, ISDN);
        }
        return new Source(sender, sender.matches("[0-9]+") ? NETWORK_SPECIFIC : ALPHANUMERIC, UNKNOWN);
    }

    boolean isAlphanumeric() {
        return ton == ALPHANUMERIC;
    }
}
