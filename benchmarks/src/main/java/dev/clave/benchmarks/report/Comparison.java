package dev.clave.benchmarks.report;

import java.util.List;

/**
 * What is set beside what.
 *
 * @param what the subject
 * @param clave the benchmark of clave
 * @param peers those of its peers
 */
record Comparison(String what, String clave, List<Peer> peers) {

    /**
     * A peer.
     *
     * @param name as the table has it
     * @param benchmark its benchmark
     */
    record Peer(String name, String benchmark) {}

    static List<Comparison> all() {
        return List.of(
                of(
                        "IdentityBenchmark",
                        "an identity number is validated",
                        "clave",
                        "a precompiled expression",
                        "regex",
                        "pasted from tutorials",
                        "pasted",
                        "commons-validator",
                        "commonsValidator",
                        "Hibernate Validator",
                        "hibernateValidator"),
                of(
                        "PinBenchmark",
                        "a PIN of 6 is drawn",
                        "clave",
                        "part of a random UUID",
                        "uuid",
                        "SecureRandom per symbol",
                        "secureRandom",
                        "commons-lang3",
                        "commonsLang"),
                of(
                        "ProofBenchmark",
                        "a PIN is proven (HMAC alone)",
                        "clave",
                        "a Mac that is kept",
                        "keptMac",
                        "a new Mac",
                        "newMac"),
                of("LoginBenchmark", "a login in memory", "clave", "Spring, generate and consume", "spring"),
                of("LoginBenchmark", "identify, in memory", "claveIdentify", "Spring, generate", "springGenerate"),
                of(
                        "DeviceBenchmark",
                        "an app asks, a PIN waits",
                        "clavePollWithPin",
                        "its signature alone",
                        "signatureAlone"),
                of(
                        "DeviceBenchmark",
                        "an app asks, nothing waits",
                        "clavePoll",
                        "its signature alone",
                        "signatureAlone"),
                of("JdbcBenchmark", "a login over a database", "clave", "Spring, generate and consume", "spring"),
                of("JdbcBenchmark", "identify, over a database", "claveIdentify", "Spring, generate", "springGenerate"),
                of("JdbcBenchmark", "a read and a write in a database", "claveStoreStep", "select 1", "roundTrip"),
                of(
                        "JdbcBenchmark",
                        "a clean-up with nothing to clean",
                        "claveCleanUpOfNothing",
                        "select 1",
                        "roundTrip"),
                of(
                        "RedisBenchmark",
                        "a read and a write in Redis (median)",
                        "claveStoreStep",
                        "GET and SET",
                        "getAndSet",
                        "GET",
                        "get",
                        "PING",
                        "ping"));
    }

    private static Comparison of(String type, String what, String clave, String... peers) {
        List<Peer> all = new java.util.ArrayList<>();
        for (int i = 0; i < peers.length; i += 2) {
            all.add(new Peer(peers[i], type + '.' + peers[i + 1]));
        }
        return new Comparison(what, type + '.' + clave, List.copyOf(all));
    }
}
