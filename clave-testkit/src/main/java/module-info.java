/** Fakes and contracts for those who implement a socket of clave or test an application that embeds it. */
module dev.clave.testkit {
    requires transitive dev.clave.spi;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports dev.clave.testkit;

    opens dev.clave.testkit to
            org.junit.platform.commons;
}
