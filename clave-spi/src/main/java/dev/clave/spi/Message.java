package dev.clave.spi;

/**
 * What a channel is to deliver. It names where to and, in a {@link PinMessage}, holds a secret: {@code toString} prints neither.
 *
 * <p>The channel for {@link Route#SMS} is given {@link PinMessage} and {@link SecurityNotice}, to a {@link PhoneNumber}; the channel
 * for {@link Route#APP} is given {@link AppNotice} and {@link SecurityNotice}, to a {@link PushAddress}. No other message comes to
 * either.
 */
public sealed interface Message permits PinMessage, SecurityNotice, AppNotice {

    /**
     * The name of this sending, for the gateway's idempotency.
     *
     * @return the id
     */
    SendId id();

    /**
     * Where it goes.
     *
     * @return by SMS a number that the policy allows; to an app the push address of its device
     */
    Address to();

    /**
     * The language it is written in.
     *
     * @return the person's language
     */
    Language language();

    /**
     * The text, as it is to be sent: by SMS one segment of at most 160 septets of the GSM 7-bit default alphabet (3GPP TS
     * 23.038).
     *
     * @return the text, which in a {@link PinMessage} contains the PIN
     */
    Secret text();
}
