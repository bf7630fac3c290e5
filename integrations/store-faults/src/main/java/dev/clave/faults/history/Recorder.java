package dev.clave.faults.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes the history of one process. Each line is given to the operating system in one write before the next thing happens, so that it
 * survives the process.
 */
public final class Recorder implements AutoCloseable {
    private final FileChannel file;
    private final String process;
    private final AtomicLong calls = new AtomicLong();

    /**
     * A recorder of a process.
     *
     * @param folder where the histories of a run lie
     * @param process the name of the process, another one for each
     */
    public Recorder(Path folder, String process) {
        this.process = process;
        try {
            file = FileChannel.open(
                    folder.resolve(process + HistoryReader.SUFFIX),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A call is about to be made.
     *
     * @param op what is asked for
     * @param subject the person or key
     * @param login the login, or the content that is to be written
     * @param typed the generation of the PIN that is typed
     * @param seen the content that is to be replaced
     * @return the id of the call
     */
    public String begin(Op op, String subject, String login, int typed, String seen) {
        String id = process + "-" + calls.incrementAndGet();
        line("B", id, op.name(), subject, login, String.valueOf(typed), seen, now());
        return id;
    }

    /**
     * A call has come back.
     *
     * @param id its id
     * @param outcome what it was told
     * @param value what the answer says beside
     * @param of the login or the content that the answer is about, where that was not known before
     */
    public void end(String id, String outcome, long value, String of) {
        line("E", id, now(), outcome, String.valueOf(value), of);
    }

    /**
     * A PIN is about to be on a phone.
     *
     * @param id the call that made it
     * @param generation the how-manieth of its login
     * @param expiresAt when it is dead
     */
    public void sent(String id, int generation, long expiresAt) {
        line("S", id, now(), String.valueOf(generation), String.valueOf(expiresAt));
    }

    /**
     * The audit was told of a grant.
     *
     * @param id the call
     */
    public void audited(String id) {
        line("A", id);
    }

    /**
     * A write threw, or one was made after another had thrown.
     *
     * @param id the call
     * @param again whether it is the second of these
     */
    public void threw(String id, boolean again) {
        line(again ? "R" : "W", id);
    }

    private static String now() {
        return String.valueOf(System.nanoTime());
    }

    private void line(String... words) {
        StringJoiner line = new StringJoiner("\t", "", "\n");
        for (String word : words) {
            line.add(word);
        }
        try {
            file.write(ByteBuffer.wrap(line.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
