package dev.clave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.internal.pin.ChiSquare;
import dev.clave.internal.pin.CodeScreen;
import dev.clave.spi.Secret;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinRandomnessTest {
    private static final int PINS = 3_200_000;
    private static final int LENGTH = 3;

    private final PinGenerator generator = PinGenerator.approved();

    @Test
    @DisplayName("G01 3.2 million PINs are uniform at every position and in every pair of positions")
    void pinsAreUniform() {
        unlikelyTwice(() -> areUniform(Alphabet.CLAVE, PINS));
    }

    @Test
    @DisplayName("G01 so are PINs whose alphabet is no power of two")
    void decimalPinsAreUniform() {
        unlikelyTwice(() -> areUniform(Alphabet.DIGITS, 200_000));
    }

    /** Honest randomness is outside of p once in a thousand runs; a generator that is biased is so again. */
    private static void unlikelyTwice(BooleanSupplier uniform) {
        boolean once = uniform.getAsBoolean();
        assertThat(once || uniform.getAsBoolean()).as("uniform").isTrue();
    }

    private boolean areUniform(Alphabet alphabet, int pins) {
        int size = alphabet.size();
        int[][] single = new int[LENGTH][size];
        int[][] pairs = new int[LENGTH][size * size];
        for (int n = 0; n < pins; n++) {
            String pin = generator.pin(alphabet, LENGTH).reveal();
            for (int i = 0; i < LENGTH; i++) {
                int symbol = alphabet.indexOf(pin.charAt(i));
                single[i][symbol]++;
                pairs[i][symbol * size + alphabet.indexOf(pin.charAt((i + 1) % LENGTH))]++;
            }
        }
        return Arrays.stream(single).allMatch(ChiSquare::isUniform)
                && Arrays.stream(pairs).allMatch(ChiSquare::isUniform);
    }

    @Test
    @DisplayName("G05 codes are as uniform as the screen leaves them, at every position")
    void codesAreUniformButForTheScreen() {
        int size = Alphabet.CODE.size();
        double[][] left = new double[4][size];
        int allowed = 0;
        for (int code = 0; code < size * size * size * size; code++) {
            char[] symbols = {
                symbol(code / size / size / size), symbol(code / size / size), symbol(code / size), symbol(code)
            };
            if (!CodeScreen.rejects(new String(symbols))) {
                allowed++;
                for (int i = 0; i < symbols.length; i++) {
                    left[i][Alphabet.CODE.indexOf(symbols[i])]++;
                }
            }
        }
        for (double[] position : left) {
            for (int i = 0; i < size; i++) {
                position[i] *= 300_000.0 / allowed;
            }
        }
        unlikelyTwice(() -> codesFit(left));
    }

    private static char symbol(int code) {
        return Alphabet.CODE.symbol(code % Alphabet.CODE.size());
    }

    private boolean codesFit(double[][] expected) {
        int[][] counts = new int[4][Alphabet.CODE.size()];
        for (int n = 0; n < 300_000; n++) {
            String code = generator.code();
            for (int i = 0; i < counts.length; i++) {
                counts[i][Alphabet.CODE.indexOf(code.charAt(i))]++;
            }
        }
        for (int i = 0; i < counts.length; i++) {
            if (!ChiSquare.fits(counts[i], expected[i])) {
                return false;
            }
        }
        return true;
    }

    @Test
    @DisplayName("G03 two generators of one process give disjoint streams")
    void twoGeneratorsOfOneProcessDiffer() {
        PinGenerator other = PinGenerator.approved();
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < 20_000; n++) {
            assertThat(seen.add(HexFormat.of().formatHex(generator.bytes(16)))).isTrue();
            assertThat(seen.add(HexFormat.of().formatHex(other.bytes(16)))).isTrue();
        }
    }

    @Test
    @DisplayName("G03 two processes that are started together give disjoint streams")
    void twoProcessesDiffer(@TempDir Path folder) throws Exception {
        Path program = Files.writeString(folder.resolve("Draws.java"), """
            class Draws {
                public static void main(String[] args) {
                    var generator = dev.clave.PinGenerator.approved();
                    for (int n = 0; n < 1000; n++) {
                        System.out.println(java.util.HexFormat.of().formatHex(generator.bytes(16)));
                    }
                }
            }
            """);
        Process one = start(program);
        Process two = start(program);
        Set<String> seen = new HashSet<>(lines(one));
        seen.addAll(lines(two));
        assertThat(seen).hasSize(2000);
    }

    private static Process start(Path program) throws IOException, URISyntaxException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = place(PinGenerator.class) + System.getProperty("path.separator") + place(Secret.class);
        return new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-cp", classes, program.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static List<String> lines(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor()).as("exit code").isZero();
        return output.lines().toList();
    }

    @Test
    @DisplayName("G04 64 threads draw a million times without a duplicate and without waiting")
    void manyThreadsDrawWithoutDuplicates() throws Exception {
        int threads = 64;
        int each = 1_000_000 / threads;
        long[] drawn = new long[threads * each];
        long[] nanos = new long[threads * each];
        // compiled before the threads leave the compiler no processor
        draw(new long[50_000], new long[50_000], 0, 50_000);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int from = t * each;
                work.add(() -> draw(drawn, nanos, from, from + each));
            }
            for (Future<Void> done : pool.invokeAll(work)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        // the first half of 16 bytes: where these differ, the whole does
        Arrays.sort(drawn);
        assertThat(duplicates(drawn)).isZero();
        Arrays.sort(nanos);
        assertThat(nanos[nanos.length / 100 * 99]).as("p99 in nanoseconds").isLessThan(50_000_000);
    }

    private static int duplicates(long[] sorted) {
        int duplicates = 0;
        for (int i = 1; i < sorted.length; i++) {
            duplicates += sorted[i] == sorted[i - 1] ? 1 : 0;
        }
        return duplicates;
    }

    private Void draw(long[] drawn, long[] nanos, int from, int to) {
        for (int i = from; i < to; i++) {
            long start = System.nanoTime();
            byte[] bytes = generator.bytes(16);
            nanos[i] = System.nanoTime() - start;
            drawn[i] = ByteBuffer.wrap(bytes).getLong();
        }
        return null;
    }
}
