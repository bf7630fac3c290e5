package dev.clave.store.redis;

import dev.clave.store.redis.RedisStoreException.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redis.clients.jedis.exceptions.JedisClusterException;
import redis.clients.jedis.exceptions.JedisDataException;

/** What the driver threw, as ours, without its text: an error of the server's may quote keys and values. */
final class Failures {
    /** Codes that mean something to whoever runs the server, and what to do. */
    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("OOM", "it is full; give it more memory"),
            Map.entry("READONLY", "it is a replica; connect to the primary"),
            Map.entry("NOREPLICAS", "fewer replicas are connected than min-replicas-to-write asks"),
            Map.entry("MISCONF", "it cannot write its snapshots; look at its disk"),
            Map.entry("LOADING", "it is reading its data after a start; it will be over by itself"),
            Map.entry("BUSY", "it is busy with somebody's script"),
            Map.entry("MASTERDOWN", "it is a replica without its primary"),
            Map.entry("CLUSTERDOWN", "the cluster does not serve this slot now"),
            Map.entry("TRYAGAIN", "the slot is moving to another node; it will be over by itself"),
            Map.entry("ASK", "the slot is moving to another node; it will be over by itself"),
            Map.entry("MOVED", "the slots were moved meanwhile; if it stays so, use a client for clusters"),
            Map.entry("NOPERM", "its user must be allowed EVAL, EVALSHA, SET, GETRANGE, WAIT and INFO on these keys"),
            Map.entry("NOAUTH", "it asks for a password"),
            Map.entry("WRONGPASS", "the password is wrong"),
            Map.entry("NOSCRIPT", "it forgot the script twice in a row"));

    /** What Redis 6.2 says instead of a code when a script may not do something. */
    private static final String MAY_NOT = "The user executing the script can't";

    private static final Set<String> WRONG_TYPE = Set.of("WRONGTYPE");

    private Failures() {}

    /** An error that the server answered: nothing was written. */
    static RedisStoreException refused(JedisDataException error) {
        String text = text(error);
        if (!codes(text, WRONG_TYPE).isEmpty()) {
            return malformed("it is not a string");
        }
        String code = code(error);
        return new RedisStoreException(
                Kind.REFUSED,
                "Redis refused with " + code + ": " + ADVICE.getOrDefault(code, "look at its log")
                        + ". Nothing was written.");
    }

    /** No connection could be had, or no answer to a read. */
    static RedisStoreException unreachable(RuntimeException thrown) {
        return new RedisStoreException(
                Kind.UNREACHABLE,
                "Redis cannot be reached, or its pool is used up (" + types(thrown)
                        + "); look at address, timeouts and pool of the Jedis client. Nothing was written.");
    }

    /** A write was sent, and no answer came. */
    static RedisStoreException unconfirmed(RuntimeException thrown) {
        String what = thrown instanceof JedisDataException error ? "WAIT failed with " + code(error) : types(thrown);
        return new RedisStoreException(
                Kind.UNCONFIRMED, "a write was sent, and its result is not known (" + what + "). It was not repeated.");
    }

    /** What is there is none of our entries. */
    static RedisStoreException malformed(String why) {
        return new RedisStoreException(
                Kind.MALFORMED_ENTRY,
                "what is stored under a key of the namespace is no entry of this version: " + why
                        + ". Somebody else writes there, or a newer clave. It was left as it is.");
    }

    /** The code of an error, if it is one of those that are known; ERR otherwise. */
    static String code(JedisDataException error) {
        String text = text(error);
        if (text.contains(MAY_NOT)) {
            return "NOPERM";
        }
        return codes(text, ADVICE.keySet()).stream().findFirst().orElse("ERR");
    }

    /** In an error of a script the code stands in the middle, after a dash or without one. */
    private static List<String> codes(String text, Set<String> known) {
        return List.of(text.split("[^A-Z]+")).stream().filter(known::contains).toList();
    }

    private static String text(JedisDataException error) {
        String text = String.valueOf(error.getMessage());
        return error instanceof JedisClusterException ? "CLUSTERDOWN " + text : text;
    }

    /** Types alone say whether it was a timeout, a refused connection or a pool without any left. */
    private static String types(RuntimeException thrown) {
        Throwable root = thrown;
        int depth = 0;
        for (; root.getCause() != null && depth < 8; depth++) {
            root = root.getCause();
        }
        if (root instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        String type = thrown.getClass().getSimpleName();
        return depth == 0 ? type : type + ", " + root.getClass().getSimpleName();
    }
}
