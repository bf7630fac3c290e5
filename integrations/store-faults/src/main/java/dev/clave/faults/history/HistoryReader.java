package dev.clave.faults.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the histories of all processes of a run. The last line of a killed one may be torn; any other must be whole. */
public final class HistoryReader {
    static final String SUFFIX = ".history";

    private final Map<String, Call> calls = new LinkedHashMap<>();
    private final List<Sent> sent = new ArrayList<>();
    private final Set<String> audited = new HashSet<>();
    private final Set<String> repeated = new HashSet<>();
    private final Set<String> unknownWrites = new HashSet<>();

    private HistoryReader() {}

    /**
     * Reads a folder.
     *
     * @param folder where the histories lie
     * @param clock the clock of the run
     * @return the history
     */
    public static History read(Path folder, RunClock clock) {
        HistoryReader reader = new HistoryReader();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().forEach(reader::file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new History(
                clock,
                List.copyOf(reader.calls.values()),
                reader.sent,
                reader.audited,
                reader.repeated,
                reader.unknownWrites);
    }

    private void file(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(this::line);
    }

    private void line(String line) {
        String[] word = line.split("\t", -1);
        switch (word[0]) {
            case "B" -> begin(word);
            case "E" ->
                calls.computeIfPresent(
                        word[1],
                        (id, call) -> call.ended(Long.parseLong(word[2]), word[3], Long.parseLong(word[4]), word[5]));
            case "S" ->
                sent.add(
                        new Sent(word[1], Long.parseLong(word[2]), Integer.parseInt(word[3]), Long.parseLong(word[4])));
            case "A" -> audited.add(word[1]);
            case "R" -> repeated.add(word[1]);
            case "W" -> unknownWrites.add(word[1]);
            default -> throw new IllegalStateException("a history has a line of an unknown kind: " + word[0]);
        }
    }

    private void begin(String[] word) {
        calls.put(
                word[1],
                new Call(
                        word[1],
                        Op.valueOf(word[2]),
                        word[3],
                        word[4],
                        Integer.parseInt(word[5]),
                        word[6],
                        Long.parseLong(word[7]),
                        Call.OPEN,
                        "",
                        -1));
    }
}
