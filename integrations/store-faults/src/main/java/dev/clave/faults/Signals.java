package dev.clave.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sends a signal to a process that this one has started, and to all that come from it. */
final class Signals {
    private Signals() {}

    /** Stopped first, it starts no further process while it is being killed. */
    static void kill(Process process) {
        if (process.isAlive()) {
            send("STOP", process);
            send("KILL", process);
        }
        process.onExit().join();
    }

    static void stop(Process process) {
        send("STOP", process);
    }

    static void go(Process process) {
        send("CONT", process);
    }

    private static void send(String signal, Process process) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(handle -> String.valueOf(handle.pid()))
                .forEach(command::add);
        try {
            new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
