package dev.clave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuessRisksTest {
    @Test
    void theStandardChancesComputedByHand() {
        GuessRisks risks = PinPolicy.STANDARD.risks();
        assertThat(risks.pins()).isEqualTo(1_073_741_824);
        assertThat(risks.bits()).isEqualTo(30, within(1e-9));
        assertThat(risks.dailyTries()).isEqualTo(19);
        assertThat(GuessRisks.oneIn(risks.perLogin())).isEqualTo("1 in 357,913,941");
        assertThat(GuessRisks.oneIn(risks.perDay())).isEqualTo("1 in 56,512,728");
        assertThat(GuessRisks.oneIn(risks.perRow())).isEqualTo("1 in 10,737,418");
        // 10 at once and 3,649 refills within 365 days
        assertThat(risks.perYear()).isEqualTo(3659 / 1_073_741_824.0);
        assertThat(risks.perMillionPersonsAndDay()).isEqualTo(0.017695, within(1e-6));
    }

    @Test
    void theChancesOfThePublicServiceComputedByHand() {
        GuessRisks risks = PinPolicy.builder(Preset.CLAVE_PIN)
                .acknowledge(Risk.UNDER_TWENTY_BITS)
                .build()
                .risks();
        assertThat(risks.pins()).isEqualTo(32_768);
        assertThat(risks.bits()).isEqualTo(15, within(1e-9));
        assertThat(risks.dailyTries()).isEqualTo(3);
        assertThat(GuessRisks.oneIn(risks.perLogin())).isEqualTo("1 in 10,923");
        assertThat(GuessRisks.oneIn(risks.perDay())).isEqualTo("1 in 10,923");
        assertThat(GuessRisks.oneIn(risks.perRow())).isEqualTo("1 in 3,641");
        // 3 at once and 364 refills within 365 days
        assertThat(risks.perYear()).isEqualTo(367 / 32_768.0);
        assertThat(GuessRisks.oneIn(risks.perYear())).isEqualTo("1 in 89");
        assertThat(risks.perMillionPersonsAndDay()).isEqualTo(91.552734, within(1e-6));
    }

    @Test
    void aChanceIsNeverHigherThanOne() {
        GuessRisks risks = PinPolicy.builder()
                .alphabet(Alphabet.of("AB"))
                .pinLength(3)
                .wrongPins(new Budget(100, Duration.ofHours(1)))
                .acknowledge(Risk.UNDER_TWENTY_BITS)
                .acknowledge(Risk.OVER_ONE_IN_TEN_THOUSAND_A_DAY)
                .build()
                .risks();
        assertThat(risks.perLogin()).isEqualTo(3 / 8.0);
        assertThat(risks.perDay()).isEqualTo(1);
        assertThat(risks.perYear()).isEqualTo(1);
        assertThat(risks.perMillionPersonsAndDay()).isEqualTo(1_000_000);
    }

    @Test
    void aPolicyDescribesItsNumbersAndItsArithmetic() {
        assertThat(PinPolicy.STANDARD.describe()).isEqualTo("""
            PIN: 6 symbols of 32 are 1,073,741,824 PINs (30.0 bits)
            life of a PIN: 10 min
            life of a login: 30 min
            wrong PINs per login: 3
            wrong PINs per person: 10 and one back every 2 h 24 min
            wrong PINs in a row: 100
            wrong data per person: 50 and one back every 28 min 48 s
            wrong data per person, known browsers: 10 and one back every 30 min
            logins per person: 5 and one back every 12 min
            sends per login: 3, 1 min apart
            sends per person: 10 and one back every 2 h 24 min
            identify calls per origin: 300 and one back every 12 s
            expired documents: ALLOW
            when the app's channel refuses: SMS
            SMS to: +346 +3471 +3472 +3473 +3474
            chance of a guess per login: 1 in 357,913,941
            chance of a guess per person in the worst 24 hours: 1 in 56,512,728
            chance of a guess before the block: 1 in 10,737,418
            chance of a guess per person and year: 1 in 293,452
            guessed of a million persons in the worst 24 hours: 0.018\
            """);
        assertThat(PinPolicy.STANDARD).hasToString("PinPolicy[6 symbols of 32 are 1,073,741,824 PINs (30.0 bits)]");
    }
}
