package dev.clave.benchmarks.stores;

import dev.clave.AccessOutcome;
import dev.clave.LoginHandle;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.security.authentication.ott.OneTimeToken;

/**
 * A login over a database, and its beginnings, beside a one-time token of Spring Security. A login is six statements of which three commit a write;
 * a token is three of which two do.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms3g", "-Xmx3g", "-Xmn1g", "-XX:+AlwaysPreTouch"})
public class JdbcBenchmark {
    /** A login with clave. */
    @Benchmark
    public AccessOutcome clave(JdbcLogins logins) {
        return logins.desk().login();
    }

    /** Its first step. */
    @Benchmark
    public LoginHandle claveIdentify(JdbcLogins logins) {
        return logins.desk().identify();
    }

    /** Its first two steps. */
    @Benchmark
    public LoginHandle claveIdentifyAndObtain(JdbcLogins logins) {
        return logins.desk().identifyAndObtain();
    }

    /** A step in the store alone: one read and one write. */
    @Benchmark
    public boolean claveStoreStep(JdbcLogins logins) {
        return logins.step();
    }

    /** A clean-up with nothing to clean. */
    @Benchmark
    public long claveCleanUpOfNothing(JdbcLogins logins) {
        return logins.cleanUp();
    }

    /** A one-time token of Spring Security. */
    @Benchmark
    public OneTimeToken spring(JdbcLogins logins) {
        return logins.generateAndConsume();
    }

    /** The first step of that. Its tokens stay: the table grows by them. */
    @Benchmark
    public OneTimeToken springGenerate(JdbcLogins logins) {
        return logins.generate();
    }

    /** {@code select 1}: what any statement costs. */
    @Benchmark
    public long roundTrip(JdbcLogins logins) throws SQLException {
        return logins.roundTrip();
    }
}
