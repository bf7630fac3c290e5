package dev.clave.store.redis;

import org.junit.jupiter.api.Tag;

/** The contract over a primary with a replica, by Sentinel; every write waits for the replica. */
@Tag("ci")
class SentinelContractTest extends RedisContract {
    SentinelContractTest() {
        super(Servers.sentinel());
    }
}
