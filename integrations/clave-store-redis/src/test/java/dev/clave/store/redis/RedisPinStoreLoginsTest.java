package dev.clave.store.redis;

/** Whole logins over one server of Redis 6.2, which comes with the tests. */
class RedisPinStoreLoginsTest extends RedisLogins {
    RedisPinStoreLoginsTest() {
        super(Servers.embedded());
    }
}
