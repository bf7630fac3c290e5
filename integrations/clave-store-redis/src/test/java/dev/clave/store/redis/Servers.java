package dev.clave.store.redis;

/** The servers that many tests share: each kind is started once, and ends with the tests. */
final class Servers {
    private Servers() {}

    static Deployment embedded() {
        return Embedded.ONE;
    }

    static Deployment installed() {
        return Installed.ONE;
    }

    static Deployment sentinel() {
        return WithSentinel.ONE;
    }

    static Deployment cluster() {
        return AsCluster.ONE;
    }

    private static final class Embedded {
        static final Deployment ONE = new Deployment.Standalone(RedisProcess.fit(Binary.EMBEDDED));
    }

    private static final class Installed {
        static final Deployment ONE = new Deployment.Standalone(RedisProcess.fit(Binary.INSTALLED));
    }

    private static final class WithSentinel {
        static final Deployment ONE = Deployment.Sentinel.start(Binary.EMBEDDED, 1);
    }

    private static final class AsCluster {
        static final Deployment ONE = new Deployment.Sharded(RedisCluster.start(Binary.EMBEDDED, 3, true));
    }
}
