package dev.clave;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Builds a {@link PinPolicy}. Begin with {@link PinPolicy#builder()}, change what differs; {@link #build} checks
 * everything at once.
 *
 * <p>For one thread at a time.
 */
public final class PinPolicyBuilder {
    Alphabet alphabet = Alphabet.CLAVE;
    int pinLength = 6;
    Duration pinLife = Duration.ofMinutes(10);
    Duration loginLife = Duration.ofMinutes(30);
    int wrongPinsPerLogin = 3;
    Budget wrongPins = new Budget(10, Duration.ofMinutes(144));
    int wrongPinsInARow = 100;
    Budget wrongData = new Budget(50, Duration.ofSeconds(1728));
    Budget wrongDataOfKnownBrowsers = new Budget(10, Duration.ofMinutes(30));
    Budget logins = new Budget(5, Duration.ofMinutes(12));
    int sendsPerLogin = 3;
    Duration sendPause = Duration.ofSeconds(60);
    Budget sends = new Budget(10, Duration.ofMinutes(144));
    Budget identifications = new Budget(300, Duration.ofSeconds(12));
    ExpiredDocuments expiredDocuments = ExpiredDocuments.ALLOW;
    AppFallback appFallback = AppFallback.SMS;
    Set<String> smsPrefixes = Set.of("+346", "+3471", "+3472", "+3473", "+3474");

    private final Set<Risk> acknowledged = EnumSet.noneOf(Risk.class);

    PinPolicyBuilder(Preset preset) {
        if (preset == Preset.CLAVE_PIN) {
            pinLength = 3;
            wrongPins = new Budget(3, Duration.ofHours(24));
            wrongPinsInARow = 9;
            logins = new Budget(5, Duration.ofMinutes(144));
        }
    }

    /**
     * What PINs are made of.
     *
     * @param symbols the symbols
     * @return this
     */
    public PinPolicyBuilder alphabet(Alphabet symbols) {
        this.alphabet = Objects.requireNonNull(symbols, "symbols");
        return this;
    }

    /**
     * How many symbols a PIN has.
     *
     * @param symbols 3 to 8
     * @return this
     */
    public PinPolicyBuilder pinLength(int symbols) {
        this.pinLength = symbols;
        return this;
    }

    /**
     * How long a PIN lives.
     *
     * @param life 30 seconds to 10 minutes
     * @return this
     */
    public PinPolicyBuilder pinLife(Duration life) {
        this.pinLife = Objects.requireNonNull(life, "life");
        return this;
    }

    /**
     * How long a login lives. Nothing is sent in the last {@code pinLife} of it.
     *
     * @param life a minute longer than a PIN or more, at most 30 minutes
     * @return this
     */
    public PinPolicyBuilder loginLife(Duration life) {
        this.loginLife = Objects.requireNonNull(life, "life");
        return this;
    }

    /**
     * How many wrong PINs end a login.
     *
     * @param count 1 to 10
     * @return this
     */
    public PinPolicyBuilder wrongPinsPerLogin(int count) {
        this.wrongPinsPerLogin = count;
        return this;
    }

    /**
     * The wrong PINs of a person, over all logins.
     *
     * @param budget full again within 400 days, like every budget
     * @return this
     */
    public PinPolicyBuilder wrongPins(Budget budget) {
        this.wrongPins = Objects.requireNonNull(budget, "budget");
        return this;
    }

    /**
     * How many wrong PINs without a right one block the person.
     *
     * @param count 1 to 100
     * @return this
     */
    public PinPolicyBuilder wrongPinsInARow(int count) {
        this.wrongPinsInARow = count;
        return this;
    }

    /**
     * The refusals of a person's number and datum, from browsers not known to the person.
     *
     * @param budget the budget
     * @return this
     */
    public PinPolicyBuilder wrongData(Budget budget) {
        this.wrongData = Objects.requireNonNull(budget, "budget");
        return this;
    }

    /**
     * The same from known browsers.
     *
     * @param budget the budget
     * @return this
     */
    public PinPolicyBuilder wrongDataOfKnownBrowsers(Budget budget) {
        this.wrongDataOfKnownBrowsers = Objects.requireNonNull(budget, "budget");
        return this;
    }

    /**
     * The logins opened for a person.
     *
     * @param budget the budget
     * @return this
     */
    public PinPolicyBuilder logins(Budget budget) {
        this.logins = Objects.requireNonNull(budget, "budget");
        return this;
    }

    /**
     * How many times a login sends, by any route.
     *
     * @param count 1 to 10
     * @return this
     */
    public PinPolicyBuilder sendsPerLogin(int count) {
        this.sendsPerLogin = count;
        return this;
    }

    /**
     * How long a person's sends are apart.
     *
     * @param pause 10 seconds to 10 minutes
     * @return this
     */
    public PinPolicyBuilder sendPause(Duration pause) {
        this.sendPause = Objects.requireNonNull(pause, "pause");
        return this;
    }

    /**
     * The sends to a person, by any route.
     *
     * @param budget the budget
     * @return this
     */
    public PinPolicyBuilder sends(Budget budget) {
        this.sends = Objects.requireNonNull(budget, "budget");
        return this;
    }

    /**
     * The identify calls of an origin.
     *
     * @param budget the budget
     * @return this
     */
    public PinPolicyBuilder identifications(Budget budget) {
        this.identifications = Objects.requireNonNull(budget, "budget");
        return this;
    }

    /**
     * What becomes of a person whose document has expired.
     *
     * @param rule the rule
     * @return this
     */
    public PinPolicyBuilder expiredDocuments(ExpiredDocuments rule) {
        this.expiredDocuments = Objects.requireNonNull(rule, "rule");
        return this;
    }

    /**
     * What happens when the app cannot be told of a PIN.
     *
     * @param rule the rule
     * @return this
     */
    public PinPolicyBuilder appFallback(AppFallback rule) {
        this.appFallback = Objects.requireNonNull(rule, "rule");
        return this;
    }

    /**
     * How the telephone numbers begin to which SMS may go, instead of the default of Spanish mobile numbers.
     *
     * @param prefixes one or more, such as {@code +346}
     * @return this
     */
    public PinPolicyBuilder smsPrefixes(String... prefixes) {
        smsPrefixes = Set.copyOf(List.of(prefixes));
        return this;
    }

    /**
     * Says that the host knows of a risk, so that {@link #build} does not refuse it.
     *
     * @param risk what is known
     * @return this
     */
    public PinPolicyBuilder acknowledge(Risk risk) {
        acknowledged.add(risk);
        return this;
    }

    /**
     * Checks everything at once and makes the policy.
     *
     * @return the policy
     * @throws PolicyException with all that is wrong, and with the arithmetic where a risk is not acknowledged
     */
    public PinPolicy build() {
        PinPolicy policy = new PinPolicy(this);
        List<String> problems = PolicyChecks.problems(policy, acknowledged);
        if (!problems.isEmpty()) {
            throw new PolicyException(problems);
        }
        return policy;
    }
}
