package dev.clave.testkit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the server answers to the app on a device. It is read strictly: whatever is not as documented is an {@link
 * AssertionError}, which repeats nothing of it.
 *
 * @param time the server's time
 * @param done whether what was asked has been done
 * @param pin the sealed PIN for this device, when there is one
 */
record DeviceAnswer(Instant time, boolean done, Optional<SealedPin> pin) {
    private static final int VERSION = 1;
    private static final Set<String> FIELDS = Set.of("version", "time", "refresh", "done", "login", "shown", "sealed");
    private static final Pattern LOGIN = Pattern.compile("[0-9a-f]{32}");

    static DeviceAnswer read(byte[] body) {
        FlatJson json = FlatJson.read("an answer", body, FIELDS);
        json.check(json.number("version") == VERSION, "must have the version " + VERSION);
        json.check(json.number("refresh") >= 1, "must leave 1 second or more until the next poll");
        return new DeviceAnswer(json.time("time"), json.truth("done"), pin(json));
    }

    private static Optional<SealedPin> pin(FlatJson json) {
        if (json.isNull("login") && json.isNull("shown") && json.isNull("sealed")) {
            return Optional.empty();
        }
        return Optional.of(new SealedPin(json.text("login", LOGIN), json.bytes("shown"), json.bytes("sealed")));
    }
}
