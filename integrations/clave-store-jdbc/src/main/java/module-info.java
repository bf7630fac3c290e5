/** A store of clave in a relational database. */
module dev.clave.store.jdbc {
    requires transitive dev.clave.spi;
    requires transitive java.sql;
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports dev.clave.store.jdbc;
}
