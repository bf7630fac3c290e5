package dev.clave.benchmarks.identity;

import dev.clave.identity.IdentityNumber;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Whether an identity number is valid, over the {@link Mix}. One operation is one number. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(
        value = 2,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-Xmn1g", "-XX:+AlwaysPreTouch"})
public class IdentityBenchmark {
    private final HibernatePeer hibernate = new HibernatePeer();
    private final String[] correct = Mix.valid();
    private String[] numbers = {};

    /** Writes the mix. */
    @Setup
    public void write() {
        numbers = Mix.checkedBy(List.of(
                LoopPeer::isValid, RegexPeer::isValid, PastedPeer::isValid, CommonsPeer::isValid, hibernate::isValid));
        for (String number : correct) {
            if (!IdentityNumber.parse(number)
                    .accepted()
                    .map(IdentityNumber::value)
                    .equals(Optional.of(IdentityNumber.canonical(number)))) {
                throw new IllegalStateException("not the canonical form");
            }
        }
    }

    /** Ends what the peer has begun. */
    @TearDown
    public void close() {
        hibernate.close();
    }

    private int valid(Predicate<String> check) {
        int valid = 0;
        for (String number : numbers) {
            valid += check.test(number) ? 1 : 0;
        }
        return valid;
    }

    /** With clave. */
    @Benchmark
    @OperationsPerInvocation(Mix.COUNT)
    public int clave() {
        return valid(IdentityNumber::isValid);
    }

    /** With clave, to the canonical form of what is valid in the mix. */
    @Benchmark
    @OperationsPerInvocation(Mix.COUNT)
    public void claveCanonical(Blackhole hole) {
        for (String number : correct) {
            hole.consume(IdentityNumber.canonical(number));
        }
    }

    /** With a loop that reads the forms of the mix and no other. */
    @Benchmark
    @OperationsPerInvocation(Mix.COUNT)
    public int loop() {
        return valid(LoopPeer::isValid);
    }

    /** With a precompiled expression. */
    @Benchmark
    @OperationsPerInvocation(Mix.COUNT)
    public int regex() {
        return valid(RegexPeer::isValid);
    }

    /** As tutorials show it. */
    @Benchmark
    @OperationsPerInvocation(Mix.COUNT)
    public int pasted() {
        return valid(PastedPeer::isValid);
    }

    /** With commons-validator. */
    @Benchmark
    @OperationsPerInvocation(Mix.COUNT)
    public int commonsValidator() {
        return valid(CommonsPeer::isValid);
    }

    /** With Hibernate Validator. */
    @Benchmark
    @OperationsPerInvocation(Mix.COUNT)
    public int hibernateValidator() {
        return valid(hibernate::isValid);
    }
}
