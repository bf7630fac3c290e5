package dev.clave.benchmarks.devices;

import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The poll of an app: a token is opened, a signature verified, an entry read. Beside it the bare verification of such a signature. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-Xmn1g", "-XX:+AlwaysPreTouch"})
public class DeviceBenchmark {
    /** A PIN waits for the device. */
    @Benchmark
    public byte[] clavePollWithPin(PolledDevices devices) {
        return devices.pollWithPin();
    }

    /** Nothing waits for it. */
    @Benchmark
    public byte[] clavePoll(PolledDevices devices) {
        return devices.poll();
    }

    /** ECDSA over P-256 with SHA-256, by the JDK. */
    @Benchmark
    public boolean signatureAlone(OneSignature signature) throws GeneralSecurityException {
        return signature.verify();
    }
}
