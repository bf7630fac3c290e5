package dev.clave.store.redis;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server tells of itself. What it does not tell is empty. */
final class Info {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(\\..*)?");
    private static final Pattern WORD = Pattern.compile("[a-z-]{1,32}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Map<String, String> fields = new HashMap<>();

    Info(String text) {
        text.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        });
    }

    /** Whether it is at least that version. */
    Optional<Boolean> isAtLeast(int major, int minor) {
        return field("redis_version", VERSION).map(version -> {
            int first = Integer.parseInt(version.group(1));
            return first > major || (first == major && Integer.parseInt(version.group(2)) >= minor);
        });
    }

    Optional<Boolean> isReplica() {
        return word("role").map(role -> !role.equals("master"));
    }

    Optional<Boolean> isCluster() {
        return flag("cluster_enabled");
    }

    Optional<Boolean> isLoading() {
        return flag("loading");
    }

    Optional<Boolean> hasAppendOnlyFile() {
        return flag("aof_enabled");
    }

    Optional<String> evictionPolicy() {
        return word("maxmemory_policy");
    }

    Optional<Instant> time() {
        return number("server_time_usec").map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    int connectedReplicas() {
        return number("connected_slaves").map(Math::toIntExact).orElse(0);
    }

    private Optional<Boolean> flag(String name) {
        return number(name).map(value -> value != 0);
    }

    private Optional<Long> number(String name) {
        return field(name, NUMBER).map(match -> Long.valueOf(match.group()));
    }

    private Optional<String> word(String name) {
        return field(name, WORD).map(Matcher::group);
    }

    private Optional<Matcher> field(String name, Pattern pattern) {
        return Optional.ofNullable(fields.get(name)).map(pattern::matcher).filter(Matcher::matches);
    }
}
