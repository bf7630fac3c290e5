package dev.clave.example.office.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The scripts of the phone, as text. */
final class WorkerShell {
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private WorkerShell() {}

    /** What the service worker keeps, as it says itself. */
    static List<String> files() {
        String worker = asset("sw.js");
        String list = worker.substring(worker.indexOf("const SHELL"), worker.indexOf("].map"));
        return QUOTED.matcher(list).results().map(found -> found.group(1)).toList();
    }

    static String asset(String name) {
        try (InputStream bytes = WorkerShell.class.getResourceAsStream("/templates/phone/assets/" + name)) {
            return new String(Objects.requireNonNull(bytes, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
