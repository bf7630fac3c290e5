package dev.clave.store.redis;

import org.junit.jupiter.api.Tag;

/** Whole logins over the machine's own Redis. */
@Tag("ci")
class InstalledLoginsTest extends RedisLogins {
    InstalledLoginsTest() {
        super(Servers.installed());
    }
}
