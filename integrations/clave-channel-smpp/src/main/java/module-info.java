/** A channel of clave that sends SMS over SMPP 3.4. */
module dev.clave.channel.smpp {
    requires static transitive org.jspecify;
    requires transitive dev.clave.spi;
    requires jsmpp;
    requires org.slf4j;

    exports dev.clave.channel.smpp;
}
