/** A store of clave in Redis: one server, Sentinel, Cluster. */
module dev.clave.store.redis {
    requires static transitive org.jspecify;
    requires transitive dev.clave.spi;
    requires transitive redis.clients.jedis;
    requires org.slf4j;

    exports dev.clave.store.redis;
}
