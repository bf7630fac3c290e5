package dev.clave.benchmarks.stores;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What this machine's disk asks for one durable write of 8 KB, where PostgreSQL has its files: no durable commit is faster. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DiskBenchmark {
    private static final int PAGE = 8_192;
    private static final int PAGES = 2_000;

    private final ByteBuffer page = ByteBuffer.allocateDirect(PAGE);
    private Path file;
    private FileChannel channel;
    private int next;

    /** Makes a file with all its pages, so that its length does not change. */
    @Setup
    public void open() throws IOException {
        file = Files.createTempFile("clave-benchmark", ".bin");
        Files.write(file, new byte[PAGE * PAGES]);
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
    }

    /** Deletes it. */
    @TearDown
    public void close() throws IOException {
        channel.close();
        Files.delete(file);
    }

    /** Writes one page and waits for the disk. */
    @Benchmark
    public int durableWrite() throws IOException {
        next = next + 1 == PAGES ? 0 : next + 1;
        int written = channel.write(page.clear(), (long) next * PAGE);
        channel.force(false);
        if (written != PAGE) {
            throw new IllegalStateException("not written");
        }
        return written;
    }
}
