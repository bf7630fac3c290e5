package dev.clave;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Java source.
 *
 * @param path where it lies, from the root of the checkout
 * @param text all of it
 */
record SourceFile(Path path, String text) {
    private static final Pattern TYPE = Pattern.compile("\\b(class|interface|enum|record)\\s+\\w");
    private static final Pattern METHOD =
            Pattern.compile("^[^=]*(\\)\\s*(throws\\b[^=]*)?|\\b\\w+)\\s*$", Pattern.DOTALL);

    /** A body in braces, by the line of each brace. */
    record Body(int from, int to) {
        int lines() {
            return Math.max(0, to - from - 1);
        }
    }

    private enum Kind {
        TYPE,
        METHOD,
        OTHER
    }

    private record Open(Kind kind, int line) {}

    /** All sources under these folders of the checkout, but what is generated; a folder that is not there has none. */
    static List<SourceFile> under(String... folders) {
        Path root = root();
        return Stream.of(folders)
                .map(root::resolve)
                .filter(Files::isDirectory)
                .flatMap(SourceFile::walk)
                .filter(file ->
                        !root.relativize(file).toString().replace('\\', '/').contains("/target/"))
                .map(file -> new SourceFile(root.relativize(file), read(file)))
                .toList();
    }

    /** The folder that has the modules in it, from wherever the tests are started. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("clave-core/src/main/java"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("not started within a checkout");
            }
        }
        return folder;
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int lines() {
        return (int) text.lines().count();
    }

    /** The text with blanks for comments and for what stands in quotes. */
    String code() {
        StringBuilder code = new StringBuilder(text);
        int at = 0;
        while (at < text.length()) {
            int end = endOfProse(at);
            for (int i = at; i < end; i++) {
                if (text.charAt(i) != '\n') {
                    code.setCharAt(i, ' ');
                }
            }
            at = Math.max(end, at + 1);
        }
        return code.toString();
    }

    /** Where the comment or literal ends that begins here; here if none does. */
    private int endOfProse(int at) {
        if (text.startsWith("//", at)) {
            return after("\n", at);
        }
        if (text.startsWith("/*", at)) {
            return after("*/", at + 2);
        }
        if (text.startsWith("\"\"\"", at)) {
            return afterQuote("\"\"\"", at + 3);
        }
        char first = text.charAt(at);
        return first == '"' || first == '\'' ? afterQuote(String.valueOf(first), at + 1) : at;
    }

    private int after(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    private int afterQuote(String quote, int from) {
        int at = from;
        while (at < text.length() && !text.startsWith(quote, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), at + quote.length());
    }

    /** The bodies of methods, constructors and initializers; not those of lambdas within them. */
    List<Body> methodBodies() {
        String code = code();
        List<Body> bodies = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        int header = 0;
        int line = 1;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '\n') {
                line++;
            } else if (c == '{') {
                open.push(new Open(kind(code.substring(header, i), open.peek()), line));
            } else if (c == '}') {
                Open closed = open.pop();
                if (closed.kind() == Kind.METHOD) {
                    bodies.add(new Body(closed.line(), line));
                }
            }
            if (c == '{' || c == '}' || c == ';') {
                header = i + 1;
            }
        }
        return bodies;
    }

    private static Kind kind(String header, Open around) {
        if (TYPE.matcher(header).find()) {
            return Kind.TYPE;
        }
        boolean member = around != null && around.kind() == Kind.TYPE;
        return member && (header.isBlank() || METHOD.matcher(header).find()) ? Kind.METHOD : Kind.OTHER;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
