package dev.clave.store.redis;

/** The contract over one server of Redis 6.2, which comes with the tests. */
class RedisPinStoreContractTest extends RedisContract {
    RedisPinStoreContractTest() {
        super(Servers.embedded());
    }
}
