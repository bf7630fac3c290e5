package dev.clave.spring.boot;

import dev.clave.spi.HostKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one key: Base64 text, or {@code file:} and the path of a file that holds it. */
final class KeyText {
    static final String MAKE = "head -c 32 /dev/urandom | base64";

    private static final String FILE = "file:";
    private static final int LARGEST_FILE = 4096;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    private KeyText() {}

    /** Whether it can be the name of a key, and is short enough not to be one. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    static String property(String name) {
        return "clave.keys.ring." + (isName(name) ? name : "*");
    }

    static boolean isSame(HostKey one, HostKey other) {
        byte[] left = one.revealMaterial();
        byte[] right = other.revealMaterial();
        boolean same = MessageDigest.isEqual(left, right);
        Arrays.fill(left, (byte) 0);
        Arrays.fill(right, (byte) 0);
        return same;
    }

    static HostKey key(String property, String name, @Nullable String value) {
        String text = value == null ? "" : value.strip();
        if (!isName(name)) {
            throw Problems.one(
                    "Something in clave.keys.ring has a name that is none.",
                    "Give each key in clave.keys.ring a name of 1 to 32 letters, digits, dots, dashes and underscores, such as 2026-11.");
        }
        refuseWhatIsNoKey(property, text);
        try {
            return HostKey.ofBase64(name, text.startsWith(FILE) ? content(property, text) : text);
        } catch (IllegalArgumentException unfit) {
            throw Problems.one(
                    property + ": " + unfit.getMessage() + ".",
                    "Set " + property
                            + " to a key in Base64, or to file: and the path of a file that holds it. Make one with\n  "
                            + MAKE);
        }
    }

    /** A path is Base64 too, as far as its letters go: it must never become a key. */
    private static void refuseWhatIsNoKey(String property, String text) {
        if (text.isEmpty()) {
            throw Problems.one(
                    property + " is missing or empty.", "Set " + property + " to a key, made with\n  " + MAKE);
        }
        if (text.contains("${")) {
            throw Problems.one(
                    property + " refers to something that is not set: it still holds a ${…}.",
                    "Set the environment variable or the property that is named between the braces.");
        }
        if (text.startsWith("/") && isFile(text)) {
            throw Problems.one(
                    property + " is the path of a file, not a key.",
                    "Write file: before the path of " + property + ".");
        }
    }

    private static boolean isFile(String text) {
        try {
            return Files.exists(Path.of(text));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    private static String content(String property, String value) {
        String path = value.substring(FILE.length());
        try (InputStream file = Files.newInputStream(Path.of(path))) {
            // What is no text becomes what is no Base64.
            return new String(file.readNBytes(LARGEST_FILE), StandardCharsets.US_ASCII);
        } catch (IOException | InvalidPathException unreadable) {
            throw Problems.one(
                    property + " names a file that cannot be read: " + path + " ("
                            + unreadable.getClass().getSimpleName() + ").",
                    "Put the key there, readable to the user that runs the application, or correct " + property + ".");
        }
    }
}
