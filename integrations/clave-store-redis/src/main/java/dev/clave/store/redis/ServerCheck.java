package dev.clave.store.redis;

import dev.clave.store.redis.RedisStoreException.Kind;
import dev.clave.store.redis.Server.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import redis.clients.jedis.exceptions.JedisDataException;

/** Whether the servers are such that entries can be trusted to them, by what they tell of themselves. */
final class ServerCheck {
    private static final Duration MOST_SKEW = Duration.ofMinutes(2);

    private final Set<Risk> accepted;
    private final InstantSource clock;

    ServerCheck(Set<Risk> accepted, InstantSource clock) {
        this.accepted = accepted;
        this.clock = clock;
    }

    /**
     * What was found on servers that may be used.
     *
     * @param warnings risks that were accepted, in a sentence each
     * @param replicas how many replicas the primary that has the most has; empty when it was not told
     */
    record Found(List<String> warnings, OptionalInt replicas) {}

    /** Looks at every primary; throws what is not accepted. */
    Found check(Server server) {
        List<String> told;
        try {
            told = server.info();
        } catch (JedisDataException refused) {
            return withoutInfo(refused);
        } catch (RuntimeException unreachable) {
            throw Failures.unreachable(unreachable);
        }
        Findings findings = new Findings();
        int replicas = 0;
        for (String text : told) {
            Info info = new Info(text);
            look(info, server.mode(), findings);
            replicas = Math.max(replicas, info.connectedReplicas());
        }
        return findings.judged(OptionalInt.of(replicas));
    }

    private Found withoutInfo(JedisDataException refused) {
        if (!Set.of("NOPERM", "ERR").contains(Failures.code(refused))) {
            throw Failures.refused(refused);
        }
        Findings findings = new Findings();
        findings.untold("anything: INFO is not permitted; permit it to the store's user");
        return findings.judged(OptionalInt.empty());
    }

    private void look(Info info, Mode mode, Findings findings) {
        told(info.isReplica(), "its role", findings)
                .filter(replica -> replica)
                .ifPresent(replica -> findings.problem("it is a replica; connect to the primary, or by Sentinel"));
        told(info.isAtLeast(6, 2), "its version", findings)
                .filter(enough -> !enough)
                .ifPresent(old -> findings.problem("it is older than Redis 6.2, which can set an entry and its expiry"
                        + " in one command; take 6.2 or later"));
        if (mode != Mode.CLUSTER && info.isCluster().orElse(false)) {
            findings.problem("it is a node of a cluster; give the store a RedisClusterClient");
        }
        if (info.isLoading().orElse(false)) {
            findings.problem("it is still reading its data; try again when it has");
        }
        clock(info, findings);
        eviction(info, findings);
        persistence(info, findings);
    }

    private void clock(Info info, Findings findings) {
        Instant now = clock.instant();
        told(info.time(), "its time", findings)
                .filter(time -> Duration.between(time, now).abs().compareTo(MOST_SKEW) > 0)
                .ifPresent(time -> findings.problem("its clock and this node's are more than 2 minutes apart, and"
                        + " entries expire by its clock; let both follow NTP"));
    }

    private void eviction(Info info, Findings findings) {
        told(info.evictionPolicy(), "its maxmemory-policy", findings)
                .filter(policy -> !policy.equals("noeviction"))
                .ifPresent(policy -> findings.risk(
                        Risk.EVICTION,
                        "with maxmemory-policy " + policy + " it throws away wrong PINs and blocks when its memory is"
                                + " full; set maxmemory-policy noeviction"));
    }

    private void persistence(Info info, Findings findings) {
        told(info.hasAppendOnlyFile(), "whether it is persistent", findings)
                .filter(kept -> !kept)
                .ifPresent(lost -> findings.risk(
                        Risk.NO_PERSISTENCE,
                        "with appendonly no a restart forgets logins, wrong PINs and blocks, and snapshots bring back"
                                + " old ones; set appendonly yes"));
    }

    private static <T> Optional<T> told(Optional<T> field, String what, Findings findings) {
        if (field.isEmpty()) {
            findings.untold(what);
        }
        return field;
    }

    /** What speaks against the servers, and what was accepted of it. */
    private final class Findings {
        private final Set<String> problems = new LinkedHashSet<>();
        private final Set<String> warnings = new LinkedHashSet<>();

        void problem(String sentence) {
            problems.add(sentence);
        }

        void risk(Risk risk, String sentence) {
            if (accepted.contains(risk)) {
                warnings.add("accepted Risk." + risk + ": " + sentence);
            } else {
                problems.add(sentence + ", or accept Risk." + risk);
            }
        }

        /** What is not told may be any risk there is. */
        void untold(String what) {
            String sentence = "it does not tell " + what;
            if (accepted.containsAll(Set.of(Risk.values()))) {
                warnings.add("accepted every Risk: " + sentence);
            } else {
                problems.add(sentence + ", or accept every Risk there is");
            }
        }

        Found judged(OptionalInt replicas) {
            if (problems.isEmpty()) {
                return new Found(new ArrayList<>(warnings), replicas);
            }
            throw new RedisStoreException(
                    Kind.UNSAFE_SERVER, "this Redis is not to be trusted with entries: " + String.join("; ", problems));
        }
    }
}
