package dev.clave.internal.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests that begin as copies of one another: asking the platform for each costs more than the hash. */
final class Sha256 {
    /** How many bytes a digest has. */
    static final int BYTES = 32;

    private static final MessageDigest UNUSED = ofThePlatform();

    private Sha256() {}

    /** A digest that has seen nothing yet. */
    static MessageDigest begin() {
        return copyOf(UNUSED);
    }

    /** Another digest that has seen the same. Only reads, so that many threads may copy one at a time. */
    static MessageDigest copyOf(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 cannot be copied", e);
        }
    }

    private static MessageDigest ofThePlatform() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
