package dev.clave.store.redis;

import org.junit.jupiter.api.Tag;

/** The contract over the machine's own Redis: 7.0 where it is Debian's. */
@Tag("ci")
class InstalledContractTest extends RedisContract {
    InstalledContractTest() {
        super(Servers.installed());
    }
}
