package dev.clave.store.redis;

import org.junit.jupiter.api.Tag;

/** The contract over a cluster of three primaries with a replica each; every write waits for the replica. */
@Tag("ci")
class ClusterContractTest extends RedisContract {
    ClusterContractTest() {
        super(Servers.cluster());
    }
}
