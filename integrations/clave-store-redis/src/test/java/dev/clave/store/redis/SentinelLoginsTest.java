package dev.clave.store.redis;

import org.junit.jupiter.api.Tag;

/** Whole logins over a primary with a replica, by Sentinel. */
@Tag("ci")
class SentinelLoginsTest extends RedisLogins {
    SentinelLoginsTest() {
        super(Servers.sentinel());
    }
}
