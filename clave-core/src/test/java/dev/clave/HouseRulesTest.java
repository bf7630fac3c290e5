package dev.clave;

import static dev.clave.HouseRules.CORE;
import static dev.clave.HouseRules.IDENTITY;
import static dev.clave.HouseRules.INTERNAL;
import static dev.clave.HouseRules.SPI;
import static dev.clave.HouseRules.TESTKIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import dev.clave.internal.state.ImpureState;
import dev.clave.spi.PinStore;
import dev.clave.testkit.FakeClock;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
    private static final String[] EVERYWHERE = {SPI, IDENTITY, CORE, INTERNAL, TESTKIT};
    private static final String[] IN_LIBRARIES = {SPI, IDENTITY, CORE, INTERNAL};
    private static final String[] IN_CORE = {CORE, INTERNAL};

    private static final JavaClasses ALL = new ClassFileImporter()
            .importLocations(Stream.concat(
                            Stream.of(PinStore.class, Clave.class, FakeClock.class)
                                    .map(HouseRulesTest::home),
                            breaches().map(HouseRulesTest::file))
                    .toList());

    /** A rule, where it holds, and classes that break it. */
    record HouseRule(String name, List<String> scope, ArchRule rule, List<Class<?>> broken) {
        static HouseRule of(String name, String[] scope, ArchRule rule, Class<?>... broken) {
            return new HouseRule(name, List.of(scope), rule, List.of(broken));
        }

        JavaClasses kept() {
            return ALL.that(describe("in scope", type -> isInScope(type) && !isBreach(type)));
        }

        JavaClasses brokenBy(Class<?> breach) {
            return ALL.that(describe(
                    "in scope or the breach",
                    type -> type.isEquivalentTo(breach) || (isInScope(type) && !isBreach(type))));
        }

        private boolean isInScope(JavaClass type) {
            return JavaClass.Predicates.resideInAnyPackage(scope.toArray(String[]::new))
                    .test(type);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<HouseRule> rules() {
        return Stream.of(
                HouseRule.of(
                        "random values come from an approved generator",
                        EVERYWHERE,
                        HouseRules.randomnessIsApproved(),
                        HouseBreaches.PlainRandom.class),
                HouseRule.of(
                        "ids are drawn like everything else",
                        IN_LIBRARIES,
                        HouseRules.idsAreDrawnLikeEverythingElse(),
                        HouseBreaches.RandomId.class),
                HouseRule.of(
                        "nothing hangs on the locale or charset of the host",
                        EVERYWHERE,
                        HouseRules.nothingHangsOnTheHostsLanguage(),
                        HouseBreaches.CaseOfTheHost.class,
                        HouseBreaches.CaseOfTheHostByReference.class,
                        HouseBreaches.FormatOfTheHost.class,
                        HouseBreaches.CharsetOfTheHost.class,
                        HouseBreaches.PatternOfTheHost.class),
                HouseRule.of(
                        "nothing hangs on the time zone of the host",
                        IN_LIBRARIES,
                        HouseRules.nothingHangsOnTheHostsTimeZone(),
                        HouseBreaches.ZoneOfTheHost.class),
                HouseRule.of(
                        "time comes in by the front door",
                        IN_LIBRARIES,
                        HouseRules.timeComesInByTheFrontDoor(),
                        HouseBreaches.OwnTime.class),
                HouseRule.of(
                        "nanoseconds are read in two places",
                        IN_LIBRARIES,
                        HouseRules.nanosecondsAreReadInTwoPlaces(),
                        HouseBreaches.OwnNanoseconds.class),
                HouseRule.of(
                        "no thread is started, and none is put to sleep",
                        IN_LIBRARIES,
                        HouseRules.noThreadIsStarted(),
                        HouseBreaches.OwnThread.class,
                        HouseBreaches.OwnExecutor.class,
                        HouseBreaches.HiddenThread.class),
                HouseRule.of(
                        "nothing is kept for each thread",
                        EVERYWHERE,
                        HouseRules.nothingIsKeptPerThread(),
                        HouseBreaches.PerThread.class),
                HouseRule.of(
                        "no method is synchronized",
                        IN_LIBRARIES,
                        HouseRules.noMethodIsSynchronized(),
                        HouseBreaches.Synchronized.class),
                HouseRule.of(
                        "nothing is printed", EVERYWHERE, HouseRules.nothingIsPrinted(), HouseBreaches.Printing.class),
                HouseRule.of(
                        "no field of text holds a PIN",
                        EVERYWHERE,
                        HouseRules.noTextFieldHoldsAPin(),
                        HouseBreaches.PinInText.class,
                        HouseBreaches.PinInCharacters.class,
                        HouseBreaches.PinInARecord.class),
                HouseRule.of(
                        "nothing but an exception or an enum is serializable",
                        EVERYWHERE,
                        HouseRules.nothingIsSerializable(),
                        HouseBreaches.Serial.class),
                HouseRule.of(
                        "names say what a thing is",
                        EVERYWHERE,
                        HouseRules.namesSayWhatAThingIs(),
                        HouseBreaches.LoginManager.class),
                HouseRule.of(
                        "the SPI sees itself alone",
                        new String[] {SPI, IDENTITY},
                        HouseRules.theSpiSeesItselfAlone(),
                        HouseBreaches.CoreCaller.class),
                HouseRule.of(
                        "the testkit sees nothing of core",
                        new String[] {TESTKIT},
                        HouseRules.theTestkitSeesNothingOfCore(),
                        HouseBreaches.CoreCaller.class),
                HouseRule.of("the heart is pure", IN_CORE, HouseRules.theHeartIsPure(), ImpureState.class),
                HouseRule.of(
                        "the internals are free of cycles",
                        IN_CORE,
                        HouseRules.theInternalsAreFreeOfCycles(),
                        ImpureState.class),
                HouseRule.of(
                        "the host is called from one place",
                        IN_CORE,
                        HouseRules.theHostIsCalledFromOnePlace(),
                        HouseBreaches.StoreCaller.class,
                        HouseBreaches.RingCaller.class),
                HouseRule.of(
                        "each library has its place",
                        IN_CORE,
                        HouseRules.eachLibraryHasItsPlace(),
                        HouseBreaches.CacheCaller.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_is_kept(HouseRule rule) {
        assertThat(rule.rule().evaluate(rule.kept()).getFailureReport().getDetails())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_sees_what_breaks_it(HouseRule rule) {
        assertThat(rule.broken())
                .isNotEmpty()
                .allSatisfy(breach -> assertThat(rule.rule()
                                .evaluate(rule.brokenBy(breach))
                                .getFailureReport()
                                .getDetails())
                        .anySatisfy(line -> assertThat(line).contains(breach.getSimpleName())));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_lets_harmless_code_pass(HouseRule rule) {
        assertThat(rule.rule()
                        .evaluate(rule.brokenBy(HouseBreaches.Harmless.class))
                        .hasViolation())
                .isFalse();
    }

    @Test
    void every_breach_is_seen_by_a_rule() {
        assertThat(rules().flatMap(rule -> rule.broken().stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(breaches()
                        .filter(breach -> breach != HouseBreaches.Harmless.class)
                        .toList());
    }

    @Test
    void all_three_libraries_are_looked_at() {
        assertThat(ALL.contain(Clave.class)).isTrue();
        assertThat(ALL.contain(PinStore.class)).isTrue();
        assertThat(ALL.contain(FakeClock.class)).isTrue();
        assertThat(ALL.contain(HouseRulesTest.class)).isFalse();
    }

    private static Stream<Class<?>> breaches() {
        return Stream.concat(Stream.of(HouseBreaches.class.getDeclaredClasses()), Stream.of(ImpureState.class));
    }

    private static boolean isBreach(JavaClass type) {
        return breaches().anyMatch(type::isEquivalentTo);
    }

    private static DescribedPredicate<JavaClass> describe(String what, Predicate<JavaClass> which) {
        return DescribedPredicate.describe(what, which);
    }

    private static Location home(Class<?> type) {
        return Location.of(type.getProtectionDomain().getCodeSource().getLocation());
    }

    private static Location file(Class<?> type) {
        String name = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        return Location.of(Objects.requireNonNull(type.getResource(name), name));
    }
}
