package dev.clave.benchmarks.logins;

import dev.clave.AccessOutcome;
import dev.clave.LoginHandle;
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
 * One login (identify without an origin, obtain, verify) and its beginnings, beside a one-time token of Spring Security, generated and consumed,
 * which checks no datum, keeps no budget and seals nothing. What a step costs is the difference of two figures.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 8, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms3g", "-Xmx3g", "-Xmn1g", "-XX:+AlwaysPreTouch"})
public class LoginBenchmark {
    /** A login with clave. */
    @Benchmark
    public AccessOutcome clave(ClaveLogins logins) {
        return logins.desk().login();
    }

    /** Its first step. */
    @Benchmark
    public LoginHandle claveIdentify(ClaveLogins logins) {
        return logins.desk().identify();
    }

    /** Its first two steps. */
    @Benchmark
    public LoginHandle claveIdentifyAndObtain(ClaveLogins logins) {
        return logins.desk().identifyAndObtain();
    }

    /** A one-time token of Spring Security. */
    @Benchmark
    public OneTimeToken spring(SpringTokens tokens) {
        return tokens.generateAndConsume();
    }

    /** The first step of that. */
    @Benchmark
    public OneTimeToken springGenerate(SpringTokens tokens) {
        return tokens.generate();
    }
}
