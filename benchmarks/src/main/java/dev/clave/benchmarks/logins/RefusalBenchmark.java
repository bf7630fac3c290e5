package dev.clave.benchmarks.logins;

import dev.clave.AccessOutcome;
import dev.clave.IdentifyOutcome;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** What does not let anybody in. By one thread. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-Xmn1g", "-XX:+AlwaysPreTouch"})
public class RefusalBenchmark {
    /** A wrong PIN for an open login. */
    @Benchmark
    public AccessOutcome claveWrongPin(Refusals refusals) {
        return refusals.wrongPin();
    }

    /** A wrong datum of a registered person. */
    @Benchmark
    public IdentifyOutcome claveWrongDatum(Refusals refusals) {
        return refusals.wrongDatum();
    }

    /** Whatever datum of a person whom nobody has registered. */
    @Benchmark
    public IdentifyOutcome claveUnknownPerson(Refusals refusals) {
        return refusals.unknownPerson();
    }
}
