package dev.clave.faults;

import dev.clave.faults.history.Recorder;
import dev.clave.faults.history.RunClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The process of a node: reads steps from its standard input until that ends, and takes them as they come. */
public final class ClientMain {
    static final String QUIET = "QUIET";
    static final String READ_ALL = "READ_ALL";

    private static final int REGISTERS = 2;

    private final Client client;
    private final Register register;
    private final Answers answers;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private ClientMain(Client client, Register register, Answers answers) {
        this.client = client;
        this.register = register;
        this.answers = answers;
    }

    /**
     * Starts a node.
     *
     * @param args its name, the folder for histories, the clock, the engine, the port, and the kind of store
     * @throws Exception if it cannot be started
     */
    public static void main(String[] args) throws Exception {
        RunClock clock = RunClock.parse(args[2]);
        Answers answers = new Answers(System.out);
        try (Recorder recorder = new Recorder(Path.of(args[1]), args[0]);
                OpenStore open = OpenStore.open(
                        Engine.valueOf(args[3]), Integer.parseInt(args[4]), StoreKind.valueOf(args[5]))) {
            Client client = new Client(open.store(), clock, recorder, answers);
            Register register = new Register(open.store(), recorder, args[0], REGISTERS);
            new ClientMain(client, register, answers).serve(args[0].hashCode());
        }
    }

    private void serve(long seed) throws IOException {
        for (int i = 0; i < REGISTERS; i++) {
            long own = seed + i;
            threads.execute(() -> register.keep(own));
        }
        answers.ready();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            take(line.split("\t", -1));
        }
        Runtime.getRuntime().halt(0);
    }

    private void take(String[] word) {
        switch (word[1]) {
            case QUIET ->
                threads.execute(
                        () -> answers.reply(word[0], Outcomes.plain(register.end() ? "Quiet" : "THREW.STORE", -1)));
            case READ_ALL ->
                threads.execute(
                        () -> answers.reply(word[0], Outcomes.plain(register.readAll() ? "Read" : "THREW.STORE", -1)));
            default -> threads.execute(() -> answers.reply(word[0], client.take(Step.parse(word))));
        }
    }
}
