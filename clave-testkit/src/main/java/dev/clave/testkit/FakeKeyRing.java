package dev.clave.testkit;

import dev.clave.spi.HostKey;
import dev.clave.spi.KeyRing;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A key ring that is turned by hand. */
public final class FakeKeyRing implements KeyRing {
    private static final long SEED = 20_260_504L;

    private final Consumer<byte[]> random;
    private final Breakage breakage = new Breakage("the key ring");
    private final Map<String, HostKey> keys = new LinkedHashMap<>();

    private int drawn;
    private HostKey subject;
    private HostKey current;
    private @Nullable HostKey next;

    private FakeKeyRing(Consumer<byte[]> random) {
        this.random = random;
        subject = draw("subject");
        current = draw("key");
        keys.put(current.id(), current);
    }

    /**
     * A ring with the same keys in every run, so that what is derived from them is the same too.
     *
     * @return the ring
     */
    public static FakeKeyRing fixed() {
        SplittableRandom generator = new SplittableRandom(SEED);
        return new FakeKeyRing(generator::nextBytes);
    }

    /**
     * A ring with keys that no other ring has.
     *
     * @return the ring
     */
    public static FakeKeyRing random() {
        return new FakeKeyRing(new SecureRandom()::nextBytes);
    }

    @Override
    public HostKey current() {
        breakage.call();
        synchronized (this) {
            return current;
        }
    }

    @Override
    public Optional<HostKey> find(String id) {
        breakage.call();
        synchronized (this) {
            return Optional.ofNullable(keys.get(id));
        }
    }

    @Override
    public HostKey subject() {
        breakage.call();
        synchronized (this) {
            return subject;
        }
    }

    /**
     * The first step of a rotation: a new key is found, but not yet current.
     *
     * @return the key
     */
    public synchronized HostKey announceNext() {
        if (next == null) {
            next = draw("key");
            keys.put(next.id(), next);
        }
        return next;
    }

    /**
     * The second step of a rotation: the announced key, or a new one, is current. The one before is still found.
     *
     * @return the key that is current now
     */
    public synchronized HostKey rotate() {
        current = announceNext();
        next = null;
        return current;
    }

    /** The last step of a rotation: none but the current key and an announced one are found. */
    public synchronized void retireOld() {
        keys.values().removeIf(key -> !key.equals(current) && !key.equals(next));
    }

    /**
     * Replaces the subject key, after which nobody is known any more.
     *
     * @return the new key
     */
    public synchronized HostKey replaceSubject() {
        subject = draw("subject");
        return subject;
    }

    /** Makes every call fail, until {@link #recover}. */
    public void failAlways() {
        breakage.failAlways();
    }

    /**
     * Makes one call of {@link #current}, {@link #find} or {@link #subject} fail.
     *
     * @param n which, from now on: 1 is the next
     */
    public void failOnCall(int n) {
        breakage.failOnCall(n);
    }

    /** Makes it work again. */
    public void recover() {
        breakage.recover();
    }

    private HostKey draw(String name) {
        byte[] material = new byte[HostKey.SHORTEST];
        random.accept(material);
        drawn++;
        return HostKey.of(name + "-" + drawn, material);
    }

    @Override
    public synchronized String toString() {
        return "FakeKeyRing[current " + current.id() + ", " + keys.size() + " keys]";
    }
}
