package dev.clave.store.redis;

import org.junit.jupiter.api.Tag;

/** Whole logins over a cluster. */
@Tag("ci")
class ClusterLoginsTest extends RedisLogins {
    ClusterLoginsTest() {
        super(Servers.cluster());
    }
}
