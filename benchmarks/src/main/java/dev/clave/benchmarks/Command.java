package dev.clave.benchmarks;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What was asked for.
 *
 * @param smoke whether it is to be over in five minutes
 * @param only a part of the names of what is to be run
 * @param folder where the results go
 */
record Command(boolean smoke, Pattern only, Path folder) {
    static final String USAGE = """
            java -jar benchmarks/target/benchmarks.jar              all, about 40 minutes, into benchmarks/results
            java -jar benchmarks/target/benchmarks.jar smoke        all, about 3 minutes, into benchmarks/target/results
            java -jar benchmarks/target/benchmarks.jar only REGEX   what has it in its name, into benchmarks/target/results
            Behind each: -o DIR for another folder.
            """;

    private static final Path PUBLISHED = Path.of("benchmarks", "results");
    private static final Path PASSING = Path.of("benchmarks", "target", "results");
    private static final Pattern ALL = Pattern.compile("");

    /** What these words ask for; empty when it is nothing that can be done. A run of a part does not take the place of the published figures. */
    static Optional<Command> of(String... words) {
        boolean smoke = false;
        Optional<Pattern> only = Optional.of(ALL);
        Optional<Path> folder = Optional.empty();
        for (int i = 0; i < words.length; i++) {
            boolean more = i + 1 < words.length;
            if (words[i].equals("smoke")) {
                smoke = true;
            } else if (words[i].equals("only") && more) {
                only = pattern(words[++i]);
            } else if (words[i].equals("-o") && more) {
                folder = Optional.of(Path.of(words[++i]));
            } else {
                return Optional.empty();
            }
        }
        boolean published = !smoke && only.filter(ALL::equals).isPresent();
        Path chosen = folder.orElse(published ? PUBLISHED : PASSING);
        boolean brief = smoke;
        return only.map(part -> new Command(brief, part, chosen));
    }

    private static Optional<Pattern> pattern(String regex) {
        try {
            return Optional.of(Pattern.compile(regex));
        } catch (PatternSyntaxException wrong) {
            return Optional.empty();
        }
    }

    /** As it was typed, but for the folder. */
    String words() {
        return "java -jar benchmarks/target/benchmarks.jar" + (smoke ? " smoke" : "")
                + (only.equals(ALL) ? "" : " only " + only);
    }

    /** Whether this was asked for. */
    boolean wants(String name) {
        return only.matcher(name).find();
    }
}
