package dev.clave.internal.pin;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Consumer;

/** Random bytes as a test wants them. It counts its calls and keeps the arrays that it filled. */
public final class ScriptedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<byte[]> script;
    private int calls;
    private transient byte[] last = new byte[0];

    public ScriptedRandom(Consumer<byte[]> script) {
        this.script = script;
    }

    /** One that gives these bytes, once for each call and then zeros. */
    public static ScriptedRandom giving(int... values) {
        return new ScriptedRandom(bytes -> {
            Arrays.fill(bytes, (byte) 0);
            for (int i = 0; i < Math.min(values.length, bytes.length); i++) {
                bytes[i] = (byte) values[i];
            }
        });
    }

    @Override
    public void nextBytes(byte[] bytes) {
        calls++;
        last = bytes;
        script.accept(bytes);
    }

    /** How often bytes were asked for. */
    public int calls() {
        return calls;
    }

    /** The array that was filled last. */
    public byte[] last() {
        return last;
    }
}
