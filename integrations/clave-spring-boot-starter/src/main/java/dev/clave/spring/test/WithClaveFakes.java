package dev.clave.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has a test's application log people in against the fakes of clave's testkit: nothing of the application that looks people up, sends,
 * remembers or keeps is called.
 *
 * <pre>{@code
 * @SpringBootTest
 * @WithClaveFakes
 * class LoginPageTest {
 *     @Autowired FakeSmsGateway sms;
 *
 *     @Test
 *     void ana_logs_in() {
 *         … FakePeople.ANA.typedNumber() … sms.phoneOf(FakePeople.ANA).lastPin() …
 *     }
 * }
 * }</pre>
 *
 * <p>The registry knows {@code FakePeople.everybody()}. What a test may have injected, by type, into its fields, its constructor and its
 * methods, is {@code FakeRegistry}, {@code FakeSmsGateway}, {@code FakePushGateway}, {@code FakeDeviceRegistry}, {@code RecordingAudit},
 * {@code FakeClock}, {@code FakeKeyRing}, {@code FakePinStore} (what is kept, to be looked at like a stolen store) and {@code
 * SteppingStore} (to have the store fail).
 *
 * <p>After each test there are new fakes, and the next test is injected with them; the application context stays. They are no beans, so
 * have them injected into tests alone: a bean would keep those of the first test. Tests that share a context must not run at the same time.
 *
 * <p>What the application itself implements stays there as beans, made only when something else needs it. The properties of clave, its policy
 * among them, stay in force.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithClaveFakes {

    /**
     * Whether people can have the app, in a test that leaves out the application's own registry of devices. Where that is a bean, they can
     * anyway.
     *
     * @return whether there are a fake registry of devices and a fake push service although the application has none
     */
    boolean app() default false;
}
