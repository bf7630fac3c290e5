package dev.clave.model;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Draws the same byte for ever, so that the PINs of a model are known; but each handle has a nonce of its own. */
final class KnownBytes extends SecureRandom {
    private static final long serialVersionUID = 1;

    /** A nonce and a login's secret. */
    private static final int HANDLE = 12 + 16;

    private final byte value;
    private final AtomicInteger handles = new AtomicInteger();

    KnownBytes(int value) {
        this.value = (byte) value;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        Arrays.fill(bytes, value);
        if (bytes.length == HANDLE) {
            ByteBuffer.wrap(bytes).putInt(handles.incrementAndGet());
        }
    }
}
