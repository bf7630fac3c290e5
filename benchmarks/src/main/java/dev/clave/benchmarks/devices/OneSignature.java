package dev.clave.benchmarks.devices;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A signature over as many bytes as a poll signs. */
@State(Scope.Thread)
public class OneSignature {
    private static final String ALGORITHM = "SHA256withECDSA";

    private final byte[] message = new byte[400];
    private PublicKey key;
    private byte[] made = {};

    /** Signs with a new key. */
    @Setup
    public void sign() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        key = keys.getPublic();
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(keys.getPrivate());
        signature.update(message);
        made = signature.sign();
    }

    boolean verify() throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initVerify(key);
        signature.update(message);
        if (!signature.verify(made)) {
            throw new IllegalStateException("a signature that is none");
        }
        return true;
    }
}
