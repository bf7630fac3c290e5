package dev.clave;

import dev.clave.spi.PhoneNumber;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The numbers of a login: how long a PIN is and lives, how often a person may err, and how often something is sent.
 *
 * <p>A policy is checked as a whole when it is built, and knows the {@linkplain #risks chance of a guess} that its
 * numbers leave. Immutable and safe for use by many threads.
 */
public final class PinPolicy {
    /** The default: PINs of 6 symbols out of 32, 10 minutes, 3 attempts. */
    public static final PinPolicy STANDARD = builder().build();

    private static final String SPAIN = "+34";
    private static final int SPANISH_LENGTH = SPAIN.length() + 9;
    private static final long SMALL_SPACE = 1L << 20;

    private final Alphabet alphabet;
    private final int pinLength;
    private final Duration pinLife;
    private final Duration loginLife;
    private final int wrongPinsPerLogin;
    private final Budget wrongPins;
    private final int wrongPinsInARow;
    private final Budget wrongData;
    private final Budget wrongDataOfKnownBrowsers;
    private final Budget logins;
    private final int sendsPerLogin;
    private final Duration sendPause;
    private final Budget sends;
    private final Budget identifications;
    private final ExpiredDocuments expiredDocuments;
    private final AppFallback appFallback;
    private final SortedSet<String> smsPrefixes;
    private final String[] prefixes;

    PinPolicy(PinPolicyBuilder from) {
        alphabet = from.alphabet;
        pinLength = from.pinLength;
        pinLife = from.pinLife;
        loginLife = from.loginLife;
        wrongPinsPerLogin = from.wrongPinsPerLogin;
        wrongPins = from.wrongPins;
        wrongPinsInARow = from.wrongPinsInARow;
        wrongData = from.wrongData;
        wrongDataOfKnownBrowsers = from.wrongDataOfKnownBrowsers;
        logins = from.logins;
        sendsPerLogin = from.sendsPerLogin;
        sendPause = from.sendPause;
        sends = from.sends;
        identifications = from.identifications;
        expiredDocuments = from.expiredDocuments;
        appFallback = from.appFallback;
        smsPrefixes = Collections.unmodifiableSortedSet(new TreeSet<>(from.smsPrefixes));
        prefixes = smsPrefixes.toArray(String[]::new);
    }

    /**
     * A builder with the values of {@link Preset#STANDARD}.
     *
     * @return the builder
     */
    public static PinPolicyBuilder builder() {
        return builder(Preset.STANDARD);
    }

    /**
     * A builder with the values of a preset.
     *
     * @param preset where to begin
     * @return the builder
     */
    public static PinPolicyBuilder builder(Preset preset) {
        return new PinPolicyBuilder(preset);
    }

    /**
     * What PINs are made of.
     *
     * @return the symbols
     */
    public Alphabet alphabet() {
        return alphabet;
    }

    /**
     * How many symbols a PIN has.
     *
     * @return 3 to 8
     */
    public int pinLength() {
        return pinLength;
    }

    /**
     * How long a PIN lives: dead at this age, alive a millisecond before.
     *
     * @return 30 seconds to 10 minutes, the most that NIST SP 800-63B allows an out-of-band secret
     */
    public Duration pinLife() {
        return pinLife;
    }

    /**
     * How long a login lives. Nothing is sent in the last {@link #pinLife} of it, so that every PIN has its full
     * life.
     *
     * @return at most 30 minutes
     */
    public Duration loginLife() {
        return loginLife;
    }

    /**
     * How many wrong PINs end a login, resent or not.
     *
     * @return 1 to 10
     */
    public int wrongPinsPerLogin() {
        return wrongPinsPerLogin;
    }

    /**
     * The wrong PINs of a person, over all logins.
     *
     * @return the budget
     */
    public Budget wrongPins() {
        return wrongPins;
    }

    /**
     * How many wrong PINs without a right one block the person.
     *
     * @return 1 to 100, the most that NIST SP 800-63B allows
     */
    public int wrongPinsInARow() {
        return wrongPinsInARow;
    }

    /**
     * The refusals of a person's number and datum, from browsers that are not known to the person.
     *
     * @return the budget
     */
    public Budget wrongData() {
        return wrongData;
    }

    /**
     * The same from browsers that are known.
     *
     * @return the budget
     */
    public Budget wrongDataOfKnownBrowsers() {
        return wrongDataOfKnownBrowsers;
    }

    /**
     * The logins opened for a person.
     *
     * @return the budget
     */
    public Budget logins() {
        return logins;
    }

    /**
     * How many times a login sends, by any route.
     *
     * @return 1 to 10
     */
    public int sendsPerLogin() {
        return sendsPerLogin;
    }

    /**
     * How long a person's sends are apart, across logins.
     *
     * @return 10 seconds to 10 minutes
     */
    public Duration sendPause() {
        return sendPause;
    }

    /**
     * The sends to a person, by any route.
     *
     * @return the budget
     */
    public Budget sends() {
        return sends;
    }

    /**
     * The identify calls of an origin, whoever the person.
     *
     * @return the budget
     */
    public Budget identifications() {
        return identifications;
    }

    /**
     * What becomes of a person whose document has expired.
     *
     * @return the rule
     */
    public ExpiredDocuments expiredDocuments() {
        return expiredDocuments;
    }

    /**
     * What happens when the app cannot be told of a PIN.
     *
     * @return the rule
     */
    public AppFallback appFallback() {
        return appFallback;
    }

    /**
     * How the telephone numbers begin to which SMS may go.
     *
     * @return international prefixes such as {@code +346}, in their order; unmodifiable
     */
    public SortedSet<String> smsPrefixes() {
        return smsPrefixes;
    }

    /**
     * Whether an SMS may go to this number: it begins with one of the {@link #smsPrefixes}, and, where it is
     * Spanish, has the nine digits of the national numbering plan. Any other number counts as no telephone.
     *
     * @param phone the number on file
     * @return whether it may
     */
    public boolean allowsSmsTo(PhoneNumber phone) {
        String value = phone.value();
        if (value.startsWith(SPAIN) && value.length() != SPANISH_LENGTH) {
            return false;
        }
        for (String prefix : prefixes) {
            if (value.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether there are so few PINs (under 20 bits) that the counts must outlive a restart: the login then asks
     * its host to name a store.
     *
     * @return whether there are
     */
    public boolean isSmallSpace() {
        return risks().pins() < SMALL_SPACE;
    }

    /**
     * What a guess is worth under this policy.
     *
     * @return the chances
     */
    public GuessRisks risks() {
        return GuessRisks.of(this);
    }

    /**
     * All numbers and the chance of a guess that they leave, for a person to read.
     *
     * @return several lines of English
     */
    public String describe() {
        return PolicyText.of(this);
    }

    /** The size of a PIN in one line. */
    @Override
    public String toString() {
        return "PinPolicy[" + PolicyText.space(this) + "]";
    }
}
