package dev.clave.benchmarks;

/** The command. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String... arguments) throws Exception {
        org.openjdk.jmh.Main.main(arguments);
    }
}
