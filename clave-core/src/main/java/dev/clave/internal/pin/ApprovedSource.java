package dev.clave.internal.pin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DrbgParameters;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Random bytes of the JDK's DRBG (SP 800-90A) at 256 bits, seeded by the operating system. Each generator serves
 * one thread at a time: it is taken out of its slot and put back. One that threw is not put back.
 */
public final class ApprovedSource implements Consumer<byte[]> {
    private static final int STRENGTH = 256;
    private static final int NONCE = 16;
    private static final byte[] LABEL = "clave PinGenerator 1".getBytes(StandardCharsets.US_ASCII);
    private static final AtomicLong INSTANCES = new AtomicLong();

    private final Supplier<SecureRandom> maker;
    private final AtomicReferenceArray<@Nullable SecureRandom> idle;

    /** A source with one generator at the ready, so that a machine without DRBG or entropy is known at the start. */
    public ApprovedSource() {
        this(ApprovedSource::drbg);
    }

    ApprovedSource(Supplier<SecureRandom> maker) {
        this.maker = maker;
        int slots = Integer.highestOneBit(
                Math.max(4, Math.min(64, 2 * Runtime.getRuntime().availableProcessors())));
        idle = new AtomicReferenceArray<>(slots);
        idle.set(0, maker.get());
    }

    @Override
    public void accept(byte[] bytes) {
        int start = (int) Thread.currentThread().getId();
        SecureRandom generator = take(start);
        generator.nextBytes(bytes);
        putBack(start, generator);
    }

    private SecureRandom take(int start) {
        for (int i = 0; i < idle.length(); i++) {
            SecureRandom found = idle.getAndSet(slot(start + i), null);
            if (found != null) {
                return found;
            }
        }
        return maker.get();
    }

    /** Where every slot is full again, one generator too many was made; it is dropped. */
    private void putBack(int start, SecureRandom generator) {
        for (int i = 0; i < idle.length(); i++) {
            if (idle.compareAndSet(slot(start + i), null, generator)) {
                return;
            }
        }
    }

    private int slot(int number) {
        return number & (idle.length() - 1);
    }

    private static SecureRandom drbg() {
        try {
            SecureRandom generator = SecureRandom.getInstance(
                    "DRBG",
                    DrbgParameters.instantiation(STRENGTH, DrbgParameters.Capability.RESEED_ONLY, personalization()));
            generator.nextBytes(new byte[1]);
            return generator;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no DRBG of 256 bits", e);
        }
    }

    /** Two generators differ even where their entropy does not: in one process by the count, in two by the rest. */
    static byte[] personalization() {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        return ByteBuffer.allocate(LABEL.length + 3 * Long.BYTES + NONCE)
                .put(LABEL)
                .putLong(INSTANCES.incrementAndGet())
                .putLong(ProcessHandle.current().pid())
                .putLong(System.nanoTime())
                .put(nonce)
                .array();
    }
}
