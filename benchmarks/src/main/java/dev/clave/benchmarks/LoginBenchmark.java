package dev.clave.benchmarks;

import dev.clave.AccessOutcome;
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
 * One login (identify without an origin, obtain, verify) beside a one-time token of Spring Security, generated and consumed, which checks no
 * datum, keeps no budget and seals nothing.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-Xmn1g", "-XX:+AlwaysPreTouch"})
public class LoginBenchmark {
    /** A login with clave. */
    @Benchmark
    public AccessOutcome clave(ClaveLogins logins) {
        return logins.login();
    }

    /** A one-time token of Spring Security. */
    @Benchmark
    public OneTimeToken spring(SpringTokens tokens) {
        return tokens.generateAndConsume();
    }
}
