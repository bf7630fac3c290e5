package dev.clave.spi;

/** Where a message goes: the person's phone, or the app on a device. Personal data; {@code toString} prints neither. */
public sealed interface Address permits PhoneNumber, PushAddress {

    /**
     * The address in clear, for the gateway.
     *
     * @return as the gateway takes it
     */
    String value();

    /**
     * The form that may be shown.
     *
     * @return such as {@code ******018}
     */
    String masked();
}
