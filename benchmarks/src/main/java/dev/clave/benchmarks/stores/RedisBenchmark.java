package dev.clave.benchmarks.stores;

import dev.clave.AccessOutcome;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** A step over Redis (one read and one script) beside GET and SET of as many bytes, and PING. Each call is sampled: the median is what counts. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-Xmn1g", "-XX:+AlwaysPreTouch"})
public class RedisBenchmark {
    /** A login with clave: three such steps. */
    @Benchmark
    public AccessOutcome clave(RedisLogins logins) {
        return logins.desk().login();
    }

    /** A step in the store alone. */
    @Benchmark
    public boolean claveStoreStep(RedisLogins logins) {
        return logins.step();
    }

    /** GET and SET. */
    @Benchmark
    public byte[] getAndSet(RedisLogins logins) {
        return logins.getAndSet();
    }

    /** GET alone. */
    @Benchmark
    public byte[] get(RedisLogins logins) {
        return logins.get();
    }

    /** PING: what any round trip costs. */
    @Benchmark
    public String ping(RedisLogins logins) {
        return logins.ping();
    }
}
