/**
 * The nouns of clave and the sockets that a host fills: identity numbers, contrast data, and the interfaces for a
 * person registry, delivery channels, a PIN store, an audit trail and keys.
 */
module dev.clave.spi {
    requires static transitive org.jspecify;

    exports dev.clave.identity;
    exports dev.clave.spi;
}
