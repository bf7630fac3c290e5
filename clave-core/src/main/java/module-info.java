/**
 * The verbs of clave: a login that begins with an identity number and ends with access.
 */
module dev.clave {
    requires static transitive org.jspecify;
    requires transitive dev.clave.spi;
    requires com.github.benmanes.caffeine;
    requires org.bouncycastle.provider;
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.dataformat.cbor;

    exports dev.clave;
}
