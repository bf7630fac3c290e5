package dev.clave.benchmarks.pins;

import dev.clave.Alphabet;
import dev.clave.PinGenerator;
import dev.clave.spi.Secret;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.RandomStringUtils;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One PIN of six symbols out of 32, drawn by clave (DRBG of 256 bits, wiped) and as others draw it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-Xmn1g", "-XX:+AlwaysPreTouch"})
public class PinBenchmark {
    private static final int LENGTH = 6;

    private final PinGenerator generator = PinGenerator.approved();
    private final SecureRandom random = new SecureRandom();
    private final String symbols = Alphabet.CLAVE.symbols();
    private final RandomStringUtils commons = RandomStringUtils.secure();

    /** With clave. */
    @Benchmark
    public Secret clave() {
        return generator.pin(Alphabet.CLAVE, LENGTH);
    }

    /** With clave, the code beside it out of the same draw: what a login does. */
    @Benchmark
    public PinGenerator.Drawn clavePinAndCode() {
        return generator.pinAndCode(Alphabet.CLAVE, LENGTH);
    }

    /** The beginning of a random UUID, as is often seen: 24 bits in hexadecimal digits. */
    @Benchmark
    public String uuid() {
        return checked(UUID.randomUUID().toString().substring(0, LENGTH));
    }

    /** One draw for each symbol. */
    @Benchmark
    public String secureRandom() {
        StringBuilder pin = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            pin.append(symbols.charAt(random.nextInt(symbols.length())));
        }
        return checked(pin.toString());
    }

    /** With commons-lang3. */
    @Benchmark
    public String commonsLang() {
        return checked(commons.next(LENGTH, symbols));
    }

    private static String checked(String pin) {
        if (pin.length() != LENGTH) {
            throw new IllegalStateException("no PIN");
        }
        return pin;
    }
}
