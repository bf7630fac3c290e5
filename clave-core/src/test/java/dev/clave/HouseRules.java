package dev.clave;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import dev.clave.internal.crypto.KeyVault;
import dev.clave.internal.delivery.Courier;
import dev.clave.internal.entries.NodeClock;
import dev.clave.internal.pin.ApprovedSource;
import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.KeyRing;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PinStore;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

/** The house rules that can be read off the compiled classes. */
final class HouseRules {
    static final String SPI = "dev.clave.spi";
    static final String IDENTITY = "dev.clave.identity";
    static final String CORE = "dev.clave";
    static final String INTERNAL = "dev.clave.internal..";
    static final String TESTKIT = "dev.clave.testkit..";

    /** What a host implements. */
    private static final List<Class<?>> SOCKETS = List.of(
            PersonRegistry.class,
            DeliveryChannel.class,
            PinStore.class,
            DeviceRegistry.class,
            AuditSink.class,
            KeyRing.class);

    private HouseRules() {}

    static ArchRule randomnessIsApproved() {
        return noClasses()
                .should(depend("java.util.Random", "java.util.concurrent.ThreadLocalRandom"))
                .orShould()
                .accessTargetWhere(isOneOf("java.lang.Math.random("));
    }

    static ArchRule idsAreDrawnLikeEverythingElse() {
        return noClasses().should().accessTargetWhere(isOneOf("java.util.UUID.randomUUID("));
    }

    static ArchRule nothingHangsOnTheHostsLanguage() {
        return noClasses()
                .should()
                .accessTargetWhere(isOneOf(
                        "java.lang.String.toUpperCase()",
                        "java.lang.String.toLowerCase()",
                        "java.lang.String.format(java.lang.String",
                        "java.lang.String.formatted(",
                        "java.lang.String.getBytes()",
                        "java.lang.String.<init>([B)",
                        "java.nio.charset.Charset.defaultCharset(",
                        "java.time.format.DateTimeFormatter.ofLocalized",
                        "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
                        "java.text.Collator.",
                        "java.text.DateFormat.",
                        "java.text.DecimalFormat.",
                        "java.text.MessageFormat.",
                        "java.text.NumberFormat.",
                        "java.text.SimpleDateFormat.",
                        "java.util.Formatter.<init>(",
                        "java.util.Locale.getDefault("));
    }

    static ArchRule nothingHangsOnTheHostsTimeZone() {
        return noClasses()
                .should()
                .accessTargetWhere(isOneOf(
                        "java.time.Clock.systemDefaultZone(",
                        "java.time.ZoneId.systemDefault(",
                        "java.util.TimeZone.getDefault("));
    }

    static ArchRule timeComesInByTheFrontDoor() {
        return noClasses()
                .that(areNot(NodeClock.class, MemoryPinStore.class))
                .should()
                .accessTargetWhere(isOneOf(
                        "java.lang.System.currentTimeMillis(",
                        "java.time.Clock.system",
                        "java.time.Instant.now(",
                        "java.time.InstantSource.system(",
                        "java.time.LocalDate.now(",
                        "java.time.LocalDateTime.now(",
                        "java.time.LocalTime.now(",
                        "java.time.ZonedDateTime.now(",
                        "java.util.Date.<init>()"));
    }

    /** The generator takes it as one more thing in which two processes differ. */
    static ArchRule nanosecondsAreReadInTwoPlaces() {
        return noClasses()
                .that(areNot(NodeClock.class, ApprovedSource.class))
                .should()
                .accessTargetWhere(isOneOf("java.lang.System.nanoTime("));
    }

    static ArchRule noThreadIsStarted() {
        return noClasses()
                .should()
                .accessTargetWhere(isOneOf(
                        "java.lang.Thread.<init>(",
                        "java.lang.Thread.sleep(",
                        "java.lang.Thread.start(",
                        "java.util.Timer.",
                        "java.util.concurrent.CompletableFuture.",
                        "java.util.concurrent.Executors.",
                        "java.util.concurrent.ForkJoinPool.",
                        "java.util.concurrent.ScheduledThreadPoolExecutor.<init>(",
                        "java.util.concurrent.ThreadPoolExecutor.<init>("));
    }

    static ArchRule nothingIsKeptPerThread() {
        return noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class);
    }

    static ArchRule noMethodIsSynchronized() {
        return noMethods().should().haveModifier(JavaModifier.SYNCHRONIZED);
    }

    static ArchRule nothingIsPrinted() {
        return noClasses().should(ACCESS_STANDARD_STREAMS);
    }

    static ArchRule noTextFieldHoldsAPin() {
        DescribedPredicate<JavaClass> text = describe(
                "String or char[]", type -> type.isEquivalentTo(String.class) || type.isEquivalentTo(char[].class));
        return noFields().that().haveRawType(text).should().haveNameMatching("(?i).*pin.*");
    }

    static ArchRule nothingIsSerializable() {
        return noClasses()
                .that()
                .areNotAssignableTo(Throwable.class)
                .and()
                .areNotAssignableTo(Enum.class)
                .should()
                .beAssignableTo(Serializable.class);
    }

    static ArchRule namesSayWhatAThingIs() {
        return noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)(\\$.*)?");
    }

    static ArchRule theSpiSeesItselfAlone() {
        return classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(SPI, IDENTITY, "java..", "org.jspecify..");
    }

    static ArchRule theTestkitSeesNothingOfCore() {
        return classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        TESTKIT,
                        SPI,
                        IDENTITY,
                        "java..",
                        "javax.crypto..",
                        "org.jspecify..",
                        "org.junit.jupiter.api..",
                        "org.opentest4j..");
    }

    static ArchRule theHeartIsPure() {
        DescribedPredicate<JavaClass> policy = describe(
                "the policy, its budgets and the reasons",
                type -> Stream.of(PinPolicy.class, Budget.class, Reason.class).anyMatch(type::isEquivalentTo));
        return classes()
                .that()
                .resideInAPackage("dev.clave.internal.state")
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                                "dev.clave.internal.state",
                                SPI,
                                "java.lang..",
                                "java.nio",
                                "java.time",
                                "java.util..",
                                "org.jspecify..")
                        .or(policy));
    }

    static ArchRule theInternalsAreFreeOfCycles() {
        return slices().matching("dev.clave.internal.(*)..").should().beFreeOfCycles();
    }

    /** The vault is given a ring that is guarded already. */
    static ArchRule theHostIsCalledFromOnePlace() {
        DescribedPredicate<JavaAccess<?>> socket = describe(
                "the target is a method of a socket",
                access -> SOCKETS.stream()
                        .anyMatch(type -> access.getTargetOwner().isAssignableTo(type)
                                && isMethod(type, access.getTarget().getName())));
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.clave.internal.guard")
                .and(areNot(Courier.class, KeyVault.class))
                .should()
                .accessTargetWhere(socket);
    }

    static ArchRule eachLibraryHasItsPlace() {
        return classes()
                .that(areNot(MemoryPinStore.class, JsonLinesAuditSink.class))
                .and()
                .resideOutsideOfPackages(
                        "dev.clave.internal.app", "dev.clave.internal.crypto", "dev.clave.internal.entries")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.clave..", "java..", "org.jspecify..", "org.slf4j..");
    }

    private static boolean isMethod(Class<?> socket, String name) {
        return Stream.of(socket.getMethods())
                .anyMatch(method -> method.getName().equals(name) && !Modifier.isStatic(method.getModifiers()));
    }

    /** The targets are told by how their full names begin, parameters included. */
    private static DescribedPredicate<JavaAccess<?>> isOneOf(String... targets) {
        return describe(
                "the target is one of " + List.of(targets),
                access -> Stream.of(targets).anyMatch(access.getTarget().getFullName()::startsWith));
    }

    private static DescribedPredicate<JavaClass> areNot(Class<?>... types) {
        return describe(
                "are none of " + List.of(types),
                type -> Stream.of(types).noneMatch(each -> (type.getName() + "$").startsWith(each.getName() + "$")));
    }

    private static ArchCondition<JavaClass> depend(String... names) {
        return ArchConditions.dependOnClassesThat(
                describe("are one of " + List.of(names), type -> List.of(names).contains(type.getName())));
    }
}
