package dev.clave.faults;

import dev.clave.faults.history.RunClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/** A node as the run sees it: steps go in, answers and messages to phones come out, and it can be killed. */
final class ClientProcess implements AutoCloseable {
    private static final Reply NO_REPLY = new Reply(Reply.LOST, -1, "");

    private final Process process;
    private final OutputStream in;
    private final Phones phones;
    private final Lock writing = new ReentrantLock();
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, CompletableFuture<Reply>> open = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile boolean dead;

    private ClientProcess(Process process, Phones phones) {
        this.process = process;
        this.in = process.getOutputStream();
        this.phones = phones;
    }

    /** Starts a node; it is ready when {@link #awaitReady} returns. */
    static ClientProcess start(String name, RunFolder folder, RunClock clock, RunPlan plan, int port, Phones phones) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = List.of(
                java.toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                // A killed one would leave its file of counters behind.
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                ClientMain.class.getName(),
                name,
                folder.histories().toString(),
                clock.text(),
                plan.engine().name(),
                String.valueOf(port),
                plan.store().name());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            folder.log("clients").toFile()))
                    .start();
            ClientProcess client = new ClientProcess(process, phones);
            Threads.start("answers of " + name, client::listen);
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        try {
            ready.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("a node did not start; see the log of the clients", e);
        }
    }

    boolean isAlive() {
        return !dead && ready.isDone();
    }

    CompletableFuture<Reply> send(Step step) {
        return send(step::line);
    }

    CompletableFuture<Reply> send(String word) {
        return send(number -> number + "\t" + word);
    }

    private CompletableFuture<Reply> send(LongFunction<String> line) {
        long number = numbers.incrementAndGet();
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        open.put(String.valueOf(number), reply);
        try {
            write(line.apply(number));
        } catch (IOException gone) {
            dead = true;
        }
        if (dead) {
            reply.complete(NO_REPLY);
        }
        return reply;
    }

    private void write(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        writing.lock();
        try {
            in.write(bytes);
            in.flush();
        } finally {
            writing.unlock();
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line.split("\t", -1));
            }
        } catch (IOException killed) {
            // What it has not said by now is lost.
        }
        dead = true;
        ready.completeExceptionally(new IllegalStateException("it has ended"));
        open.values().forEach(reply -> reply.complete(NO_REPLY));
    }

    private void hear(String[] word) {
        switch (word[0]) {
            case Answers.READY -> ready.complete(null);
            case Answers.SMS ->
                phones.arrive(word[1], new Phones.Pin(Integer.parseInt(word[2]), word[3], Long.parseLong(word[4])));
            default -> {
                CompletableFuture<Reply> reply = open.remove(word[0]);
                if (reply != null && word.length == 4) {
                    reply.complete(new Reply(word[1], Long.parseLong(word[2]), word[3]));
                }
            }
        }
    }

    /** SIGKILL. */
    void kill() {
        dead = true;
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        process.onExit().join();
    }
}
