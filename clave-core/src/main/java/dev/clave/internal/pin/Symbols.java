package dev.clave.internal.pin;

import dev.clave.Alphabet;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Symbols out of one draw of random bytes, a byte each. A byte beyond the last whole multiple of the alphabet's
 * size is dropped, so that every symbol is as likely as any other. The draw is long enough that a second one is
 * next to never needed.
 */
public final class Symbols implements AutoCloseable {
    /** What no honest source needs: at 16 draws of mostly dropped bytes it repeats itself. */
    private static final int MOST_DRAWS = 16;

    private static final int BYTE_VALUES = 256;

    private final Consumer<byte[]> source;
    private final byte[] drawn;
    private int next;
    private int draws;

    /** Draws the bytes for this many symbols, and some more. */
    public Symbols(Consumer<byte[]> source, int expected) {
        this.source = source;
        drawn = new byte[2 * expected + 12];
        draw();
    }

    private void draw() {
        if (++draws > MOST_DRAWS) {
            throw new IllegalStateException("the source of random bytes repeats itself");
        }
        source.accept(drawn);
        next = 0;
    }

    /** Fills these with symbols. */
    public void fill(char[] symbols, Alphabet alphabet) {
        int bound = BYTE_VALUES - BYTE_VALUES % alphabet.size();
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = alphabet.symbol(below(bound) % alphabet.size());
        }
    }

    private int below(int bound) {
        int value;
        do {
            if (next == drawn.length) {
                draw();
            }
            value = Byte.toUnsignedInt(drawn[next++]);
        } while (value >= bound);
        return value;
    }

    /** Wipes what was drawn. */
    @Override
    public void close() {
        Arrays.fill(drawn, (byte) 0);
    }
}
