package dev.clave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.PhoneNumber;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinPolicyTest {
    private static final PinPolicy CLAVE_PIN = PinPolicy.builder(Preset.CLAVE_PIN)
            .acknowledge(Risk.UNDER_TWENTY_BITS)
            .build();

    @Test
    void theStandardNumbers() {
        PinPolicy standard = PinPolicy.STANDARD;
        assertThat(standard.alphabet()).isEqualTo(Alphabet.CLAVE);
        assertThat(standard.pinLength()).isEqualTo(6);
        assertThat(standard.wrongPins()).isEqualTo(new Budget(10, Duration.ofMinutes(144)));
        assertThat(standard.wrongPinsInARow()).isEqualTo(100);
        assertThat(standard.logins()).isEqualTo(new Budget(5, Duration.ofMinutes(12)));
        assertThat(standard.isSmallSpace()).isFalse();
    }

    @Test
    void theNumbersOfThePublicService() {
        assertThat(CLAVE_PIN.alphabet()).isEqualTo(Alphabet.CLAVE);
        assertThat(CLAVE_PIN.pinLength()).isEqualTo(3);
        assertThat(CLAVE_PIN.wrongPins()).isEqualTo(new Budget(3, Duration.ofHours(24)));
        assertThat(CLAVE_PIN.wrongPinsInARow()).isEqualTo(9);
        assertThat(CLAVE_PIN.logins()).isEqualTo(new Budget(5, Duration.ofMinutes(144)));
        assertThat(CLAVE_PIN.isSmallSpace()).isTrue();
    }

    @Test
    void bothPresetsShareTheOtherNumbers() {
        for (PinPolicy policy : new PinPolicy[] {PinPolicy.STANDARD, CLAVE_PIN}) {
            assertThat(policy.pinLife()).isEqualTo(Duration.ofMinutes(10));
            assertThat(policy.loginLife()).isEqualTo(Duration.ofMinutes(30));
            assertThat(policy.wrongPinsPerLogin()).isEqualTo(3);
            assertThat(policy.wrongData())
                    .isEqualTo(new Budget(50, Duration.ofMinutes(28).plusSeconds(48)));
            assertThat(policy.wrongDataOfKnownBrowsers()).isEqualTo(new Budget(10, Duration.ofMinutes(30)));
            assertThat(policy.sendsPerLogin()).isEqualTo(3);
            assertThat(policy.sendPause()).isEqualTo(Duration.ofSeconds(60));
            assertThat(policy.sends()).isEqualTo(new Budget(10, Duration.ofMinutes(144)));
            assertThat(policy.identifications()).isEqualTo(new Budget(300, Duration.ofSeconds(12)));
            assertThat(policy.expiredDocuments()).isEqualTo(ExpiredDocuments.ALLOW);
            assertThat(policy.smsPrefixes()).containsExactly("+346", "+3471", "+3472", "+3473", "+3474");
        }
    }

    @Test
    void everySettingArrives() {
        Budget[] budgets = new Budget[6];
        for (int i = 0; i < budgets.length; i++) {
            budgets[i] = new Budget(i + 1, Duration.ofMinutes(i + 30));
        }
        PinPolicy policy = PinPolicy.builder()
                .alphabet(Alphabet.DIGITS)
                .pinLength(8)
                .pinLife(Duration.ofMinutes(5))
                .loginLife(Duration.ofMinutes(15))
                .sendPause(Duration.ofSeconds(90))
                .wrongPinsPerLogin(2)
                .wrongPinsInARow(20)
                .sendsPerLogin(4)
                .wrongPins(budgets[0])
                .wrongData(budgets[1])
                .wrongDataOfKnownBrowsers(budgets[2])
                .logins(budgets[3])
                .sends(budgets[4])
                .identifications(budgets[5])
                .expiredDocuments(ExpiredDocuments.REFUSE)
                .smsPrefixes("+3519", "+346")
                .build();
        assertThat(policy.alphabet()).isEqualTo(Alphabet.DIGITS);
        assertThat(policy.pinLength()).isEqualTo(8);
        assertThat(policy.pinLife()).isEqualTo(Duration.ofMinutes(5));
        assertThat(policy.loginLife()).isEqualTo(Duration.ofMinutes(15));
        assertThat(policy.sendPause()).isEqualTo(Duration.ofSeconds(90));
        assertThat(policy.wrongPinsPerLogin()).isEqualTo(2);
        assertThat(policy.wrongPinsInARow()).isEqualTo(20);
        assertThat(policy.sendsPerLogin()).isEqualTo(4);
        assertThat(new Budget[] {
                    policy.wrongPins(),
                    policy.wrongData(),
                    policy.wrongDataOfKnownBrowsers(),
                    policy.logins(),
                    policy.sends(),
                    policy.identifications()
                })
                .containsExactly(budgets);
        assertThat(policy.expiredDocuments()).isEqualTo(ExpiredDocuments.REFUSE);
        assertThat(policy.smsPrefixes()).containsExactly("+346", "+3519");
    }

    @Test
    void aPolicyDoesNotChangeWithItsBuilder() {
        PinPolicyBuilder builder = PinPolicy.builder();
        PinPolicy policy = builder.build();
        builder.pinLength(8).smsPrefixes("+33");
        assertThat(policy.pinLength()).isEqualTo(6);
        assertThat(policy.smsPrefixes()).doesNotContain("+33");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "+34600000018, true",
        "+34699999999, true",
        "+34710000000, true",
        "+34749999999, true",
        "+34750000000, false",
        "+34700000000, false",
        "+34910000000, false",
        "+34806000000, false",
        "+3460000001, false",
        "+346000000180, false",
        "+33600000018, false",
        "+346000000, false"
    })
    void smsGoesToSpanishMobileNumbersOfNineDigits(String phone, boolean allowed) {
        assertThat(PinPolicy.STANDARD.allowsSmsTo(PhoneNumber.of(phone))).isEqualTo(allowed);
    }

    @Test
    void anotherCountryMayBeAllowed() {
        PinPolicy policy = PinPolicy.builder().smsPrefixes("+3519").build();
        assertThat(policy.allowsSmsTo(PhoneNumber.of("+351912345678"))).isTrue();
        assertThat(policy.allowsSmsTo(PhoneNumber.of("+34600000018"))).isFalse();
    }
}
