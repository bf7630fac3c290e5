package dev.clave.spring.boot;

import dev.clave.spi.HostKey;
import dev.clave.spi.KeyRing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Makes the keys from properties. No message of it holds a part of a key, wherever somebody put one. */
final class KeyRings {
    /** The profiles in which an application may start without keys. */
    static final Set<String> DEVELOPMENT = Set.of("dev", "development", "local", "test", "demo");

    private static final String SUBJECT = "clave.keys.subject";

    private final Problems problems = new Problems();
    private final ClaveProperties.Keys keys;

    private KeyRings(ClaveProperties.Keys keys) {
        this.keys = keys;
    }

    static KeyRing of(ClaveProperties.Keys keys, Environment environment) {
        if (keys.subject() == null && keys.current() == null && keys.ring().isEmpty()) {
            return withoutKeys(environment);
        }
        return new KeyRings(keys).fixed();
    }

    private static KeyRing withoutKeys(Environment environment) {
        if (Arrays.stream(environment.getActiveProfiles()).anyMatch(DEVELOPMENT::contains)) {
            return KeyRing.ephemeral();
        }
        throw Problems.one(
                "There are no keys, and no development profile is active (dev, development, local, test, demo).",
                "Make two keys, each with\n  " + KeyText.MAKE + """

                        keep them where you keep secrets, the same for every node and every start, and set
                          clave.keys.subject=${CLAVE_SUBJECT_KEY}
                          clave.keys.current=2026-11
                          clave.keys.ring.2026-11=${CLAVE_KEY_2026_11}
                        A value may be file: and the path of a file that holds the key. Or declare a bean of type KeyRing.""");
    }

    private KeyRing fixed() {
        Map<String, HostKey> made = new LinkedHashMap<>();
        read(made, SUBJECT, "subject", keys.subject());
        // What stands here may be a key that was meant for the ring, so it is not repeated.
        if (keys.current() == null || !keys.ring().containsKey(keys.current())) {
            problems.add(
                    "clave.keys.current " + (keys.current() == null ? "is missing." : "names no key of the ring."),
                    "Set clave.keys.current to the name of the key by which new logins are sealed, one of clave.keys.ring.*"
                            + names());
        }
        keys.ring().forEach((name, value) -> read(made, KeyText.property(name), name, value));
        refuseSame(made);
        problems.throwIfAny();
        HostKey subject = Objects.requireNonNull(made.remove(SUBJECT));
        HostKey current = Objects.requireNonNull(made.remove(KeyText.property(String.valueOf(keys.current()))));
        return KeyRing.of(subject, current, made.values().toArray(HostKey[]::new));
    }

    private void read(Map<String, HostKey> made, String property, String name, @Nullable String value) {
        HostKey key = problems.gather(() -> KeyText.key(property, name, value));
        if (key != null) {
            made.put(property, key);
        }
    }

    private String names() {
        List<String> names =
                keys.ring().keySet().stream().filter(KeyText::isName).sorted().toList();
        return names.isEmpty() ? "." : ": " + String.join(", ", names) + ".";
    }

    private void refuseSame(Map<String, HostKey> made) {
        List<Map.Entry<String, HostKey>> all = new ArrayList<>(made.entrySet());
        for (int i = 0; i < all.size(); i++) {
            for (Map.Entry<String, HostKey> other : all.subList(i + 1, all.size())) {
                if (KeyText.isSame(all.get(i).getValue(), other.getValue())) {
                    problems.add(
                            all.get(i).getKey() + " and " + other.getKey() + " are the same key.",
                            "Make one of them anew, with\n  " + KeyText.MAKE);
                }
            }
        }
        if (made.containsKey(KeyText.property("subject"))) {
            problems.add(
                    "clave.keys.ring.subject has the name of the subject key.",
                    "Give it another name in clave.keys.ring, such as the month in which it was made.");
        }
    }
}
