package dev.clave.benchmarks.report;

import java.util.List;
import java.util.stream.Stream;

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
        return Stream.of(values(), logins(), databases(), redis())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Comparison> values() {
        return List.of(
                of("an identity number is validated", "IdentityBenchmark.clave")
                        .beside("a precompiled expression", "regex")
                        .beside("a loop for these forms alone", "loop")
                        .beside("pasted from tutorials", "pasted")
                        .beside("commons-validator", "commonsValidator")
                        .beside("Hibernate Validator", "hibernateValidator"),
                of("a PIN of 6 is drawn", "PinBenchmark.clave")
                        .beside("part of a random UUID", "uuid")
                        .beside("SecureRandom per symbol", "secureRandom")
                        .beside("commons-lang3", "commonsLang"),
                of("a PIN is proven (HMAC alone)", "ProofBenchmark.clave")
                        .beside("a Mac that is kept", "keptMac")
                        .beside("a new Mac", "newMac"),
                of("a PIN is proven, with all that it is bound to", "ProofBenchmark.claveWholeProof")
                        .beside("a Mac that is kept, of the PIN alone", "keptMac"));
    }

    private static List<Comparison> logins() {
        return List.of(
                of("a login in memory", "LoginBenchmark.clave").beside("Spring, generate and consume", "spring"),
                of("until the secret is sent, in memory", "LoginBenchmark.claveIdentifyAndObtain")
                        .beside("Spring, generate", "springGenerate"),
                of("an app asks, a PIN waits", "DeviceBenchmark.clavePollWithPin")
                        .beside("its signature alone", "signatureAlone"),
                of("an app asks, nothing waits", "DeviceBenchmark.clavePoll")
                        .beside("its signature alone", "signatureAlone"));
    }

    private static List<Comparison> databases() {
        return List.of(
                of("a login over a database", "JdbcBenchmark.clave").beside("Spring, generate and consume", "spring"),
                of("until the secret is sent, over a database", "JdbcBenchmark.claveIdentifyAndObtain")
                        .beside("Spring, generate", "springGenerate"),
                of("a read and a write in a database", "JdbcBenchmark.claveStoreStep")
                        .beside("select 1", "roundTrip"),
                of("a clean-up with nothing to clean", "JdbcBenchmark.claveCleanUpOfNothing")
                        .beside("select 1", "roundTrip"));
    }

    private static List<Comparison> redis() {
        return List.of(of("a read and a write in Redis (median)", "RedisBenchmark.claveStoreStep")
                .beside("GET and SET", "getAndSet")
                .beside("GET", "get")
                .beside("PING", "ping"));
    }

    private static Comparison of(String what, String clave) {
        return new Comparison(what, clave, List.of());
    }

    /** With one more peer, by its method in the same class. */
    private Comparison beside(String name, String method) {
        Peer peer = new Peer(name, clave.substring(0, clave.indexOf('.') + 1) + method);
        return new Comparison(
                what, clave, Stream.concat(peers.stream(), Stream.of(peer)).toList());
    }
}
