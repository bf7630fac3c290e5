package dev.clave.spi;

/**
 * What a channel is to deliver. It names the person's phone and, in a {@link PinMessage}, holds a secret: {@code
 * toString} prints neither.
 */
public sealed interface Message permits PinMessage, SecurityNotice {

    /**
     * The name of this sending, for the gateway's idempotency.
     *
     * @return the id
     */
    SendId id();

    /**
     * Where it goes.
     *
     * @return a number that the policy allows
     */
    PhoneNumber to();

    /**
     * The language it is written in.
     *
     * @return the person's language
     */
    Language language();

    /**
     * The text, as it is to be sent: one segment of at most 160 septets of the GSM 7-bit default alphabet (3GPP TS
     * 23.038).
     *
     * @return the text, which in a {@link PinMessage} contains the PIN
     */
    Secret text();
}
