package dev.clave.attack;

import dev.clave.Budget;
import dev.clave.IdentifyOutcome;
import dev.clave.LoginRequest;
import dev.clave.Refused;
import dev.clave.TryLater;
import dev.clave.identity.IdentityNumber;
import dev.clave.spi.Person;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.StoredEntry;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.TTest;

/**
 * How long refusals of three kinds took. They are called in random order, so that whatever else the machine does meets all kinds alike, by 300
 * persons of each kind; each of them calls once in half an hour or so, and the budgets of wrong data refill meanwhile.
 */
final class RefusalTimes {
    private static final int WARM_UP = 50_000;
    private static final int CALLS = 100_000;
    /** These are quick, and vary so little that in as many calls the cache lines of a few objects would be seen: some 10 ns. */
    private static final int CALLS_OVER_THE_BUDGET = 30_000;

    private static final int DATA = 4;
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(2);
    private static final FakePerson ANA = FakePeople.ANA;
    private static final Optional<Person> KNOWN = Optional.of(ANA.person());
    private static final Optional<Person> REVOKED = KNOWN.map(person -> person.withStatus(Person.Status.REVOKED));
    private static final List<FakePerson> PEOPLE = FakePeople.crowd(900);

    private final int[] callers;
    private final double[] nanos;
    private final double slow;

    /** Why a person is refused. */
    enum Kind {
        WRONG_DATUM,
        UNKNOWN,
        REVOKED;

        /** Numbers of all kinds look the same. */
        static Kind of(int person) {
            return values()[person % values().length];
        }
    }

    /** Two kinds that must not be told apart. */
    record Pair(Kind one, Kind other) {
        static List<Pair> all() {
            return List.of(
                    new Pair(Kind.WRONG_DATUM, Kind.UNKNOWN),
                    new Pair(Kind.WRONG_DATUM, Kind.REVOKED),
                    new Pair(Kind.REVOKED, Kind.UNKNOWN));
        }
    }

    private RefusalTimes(Clerk clerk, IdentifyOutcome told, Duration between, int calls) {
        Random random = new Random(20_260_504);
        callsOf(clerk, told, between, random.ints(WARM_UP, 0, PEOPLE.size()).toArray());
        this.callers = random.ints(calls, 0, PEOPLE.size()).toArray();
        this.nanos = callsOf(clerk, told, between, callers);
        double[] sorted = nanos.clone();
        Arrays.sort(sorted);
        this.slow = sorted[calls - calls / 100];
    }

    /** Takes the same time whoever it is, for that is the host's affair: finds an answer for each, and few objects that are always at hand. */
    static PersonRegistry registry() {
        Map<IdentityNumber, Optional<Person>> answers = IntStream.range(0, PEOPLE.size())
                .boxed()
                .collect(Collectors.toMap(i -> PEOPLE.get(i).number(), i -> answerOf(Kind.of(i))));
        return number -> Objects.requireNonNull(answers.get(number));
    }

    private static Optional<Person> answerOf(Kind kind) {
        return switch (kind) {
            case WRONG_DATUM -> KNOWN;
            case UNKNOWN -> Optional.empty();
            case REVOKED -> REVOKED;
        };
    }

    /** Of a clave over this registry. */
    static RefusalTimes over(PersonRegistry registry) {
        return new RefusalTimes(new Clerk(registry, event -> {}, same -> same), new Refused(), BETWEEN_CALLS, CALLS);
    }

    /**
     * Of a clave in which everybody has spent the budget of wrong data, and those whose datum is wrong have a login that waits for its PIN. It takes
     * a few refusals, so that nobody's entry is still the first one: that one lies beside its key in memory, and is found a little sooner.
     */
    static RefusalTimes overTheBudget(UnaryOperator<StoredEntry> kept) {
        Duration day = Duration.ofDays(1);
        Clerk clerk = new Clerk(registry(), event -> {}, policy -> policy.wrongData(new Budget(DATA, day)), kept);
        for (int i = 0; i < PEOPLE.size(); i++) {
            if (Kind.of(i) == Kind.WRONG_DATUM) {
                clerk.ready(PEOPLE.get(i).typedNumber(), ANA.typedContrast());
            }
        }
        for (int i = 0; i < PEOPLE.size() * DATA; i++) {
            clerk.told(wrong(PEOPLE.get(i % PEOPLE.size())), new Refused());
        }
        return new RefusalTimes(
                clerk, new TryLater(clerk.clock.instant().plus(day)), Duration.ZERO, CALLS_OVER_THE_BUDGET);
    }

    private static LoginRequest wrong(FakePerson person) {
        return LoginRequest.of(person.typedNumber(), ANA.typedWrongContrast());
    }

    private static double[] callsOf(Clerk clerk, IdentifyOutcome told, Duration between, int[] callers) {
        LoginRequest[] requests = PEOPLE.stream().map(RefusalTimes::wrong).toArray(LoginRequest[]::new);
        double[] nanos = new double[callers.length];
        for (int i = 0; i < callers.length; i++) {
            clerk.clock.advance(between);
            long start = System.nanoTime();
            clerk.told(requests[callers[i]], told);
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }

    /** Welch's t, without its sign, of all calls or of the quick ones; the larger. */
    double apart(Pair pair) {
        return Math.max(apart(pair, Double.POSITIVE_INFINITY), apart(pair, slow));
    }

    private double apart(Pair pair, double below) {
        return Math.abs(new TTest().t(times(pair.one(), below), times(pair.other(), below)));
    }

    private double[] times(Kind kind, double below) {
        return IntStream.range(0, nanos.length)
                .filter(i -> Kind.of(callers[i]) == kind && nanos[i] < below)
                .mapToDouble(i -> nanos[i])
                .toArray();
    }

    @Override
    public String toString() {
        String means = Arrays.stream(Kind.values())
                .map(kind -> String.format(
                        Locale.ROOT,
                        "%s %.0f ns",
                        kind,
                        Arrays.stream(times(kind, slow)).average().orElseThrow()))
                .collect(Collectors.joining(", "));
        String apart = Pair.all().stream()
                .map(pair -> String.format(
                        Locale.ROOT,
                        "%s / %s |t| = %.1f of all, %.1f of the quick",
                        pair.one(),
                        pair.other(),
                        apart(pair, Double.POSITIVE_INFINITY),
                        apart(pair, slow)))
                .collect(Collectors.joining("; "));
        return apart + "; means of the quick: " + means;
    }
}
