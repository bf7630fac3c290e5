package dev.clave.benchmarks.pins;

import dev.clave.Purpose;
import dev.clave.benchmarks.stores.Keys;
import dev.clave.internal.crypto.Frame;
import dev.clave.internal.crypto.HmacSha256;
import dev.clave.internal.crypto.KeyVault;
import dev.clave.internal.crypto.LoginSecret;
import dev.clave.internal.crypto.ProofInput;
import dev.clave.internal.crypto.Proofs;
import dev.clave.internal.state.Proof;
import dev.clave.spi.EntryKey;
import dev.clave.spi.Route;
import dev.clave.spi.Secret;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The proof of a PIN (HMAC-SHA-256): by clave's cloned digests, by a {@code Mac} that is kept, by a new one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-Xmn1g", "-XX:+AlwaysPreTouch"})
public class ProofBenchmark {
    private static final String HMAC = "HmacSHA256";
    /** As many bytes as the frame of a proof has, give or take a few. */
    private static final int MESSAGE = 150;

    private final byte[] key = random(32);
    private final Frame frame = Frame.empty().bytes(random(MESSAGE));
    private final byte[] message = frame.toBytes();
    private final HmacSha256 hmac = HmacSha256.of(key);
    private final Proofs proofs = new Proofs(new KeyVault(Keys.ring()), "");
    private final String keyId = proofs.currentKeyId();
    private final ProofInput input = new ProofInput(
            new EntryKey(1, 2),
            LoginSecret.of(random(LoginSecret.BYTES)),
            1,
            Purpose.identification(),
            Route.SMS,
            "+34600000018",
            "7K2M",
            Secret.of("ABCDEF"));
    private final Mac kept;

    /** With keys of its own. */
    public ProofBenchmark() {
        this.kept = newMac(key);
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static Mac newMac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All three make the same code. */
    @Setup
    public void check() {
        if (!Arrays.equals(clave(), keptMac()) || !Arrays.equals(clave(), newMac())) {
            throw new IllegalStateException("clave and its peers do not agree");
        }
    }

    /** By clave. */
    @Benchmark
    public byte[] clave() {
        return hmac.of(frame);
    }

    /** By clave, with the frame of what a PIN is bound to. */
    @Benchmark
    public Proof claveWholeProof() {
        return proofs.prove(keyId, input);
    }

    /** By a {@code Mac} that is kept, by one thread alone. */
    @Benchmark
    public byte[] keptMac() {
        return kept.doFinal(message);
    }

    /** By a {@code Mac} that is made and keyed each time. */
    @Benchmark
    public byte[] newMac() {
        return newMac(key).doFinal(message);
    }
}
