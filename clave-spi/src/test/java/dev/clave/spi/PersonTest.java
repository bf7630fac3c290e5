package dev.clave.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clave.identity.SupportNumber;
import dev.clave.identity.ValidityDate;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PersonTest {
    private static final ValidityDate CONTRAST = ValidityDate.of(LocalDate.of(2031, 3, 15));
    private static final PhoneNumber PHONE = PhoneNumber.of("+34600000018");

    private final Person person = Person.registered("citizen-4711", CONTRAST);

    @Test
    @DisplayName("a person is basic, in Spanish, without a phone and in force, until said otherwise")
    void registered() {
        assertThat(person.subject()).isEqualTo("citizen-4711");
        assertThat(person.contrast()).isEqualTo(CONTRAST);
        assertThat(person.phone()).isEmpty();
        assertThat(person.language()).isEqualTo(Language.ES);
        assertThat(person.level()).isEqualTo(Level.BASIC);
        assertThat(person.status()).isEqualTo(Person.Status.ACTIVE);
    }

    @Test
    @DisplayName("each change changes its part alone, in a copy")
    void changes() {
        Person changed = person.withPhone(PHONE)
                .withContrast(SupportNumber.of("E87654321"))
                .withLanguage(Language.EU)
                .withLevel(Level.ADVANCED)
                .withStatus(Person.Status.REVOKED);

        assertThat(changed.subject()).isEqualTo("citizen-4711");
        assertThat(changed.phone()).contains(PHONE);
        assertThat(changed.contrast()).isEqualTo(SupportNumber.of("E87654321"));
        assertThat(changed.language()).isEqualTo(Language.EU);
        assertThat(changed.level()).isEqualTo(Level.ADVANCED);
        assertThat(changed.status()).isEqualTo(Person.Status.REVOKED);
        assertThat(person).isEqualTo(Person.registered("citizen-4711", CONTRAST));
        assertThat(person.withPhone(PHONE).withoutPhone()).isEqualTo(person);
    }

    @Test
    @DisplayName("a subject has 1 to 128 characters")
    void subject() {
        assertThat(Person.registered("s".repeat(128), CONTRAST).subject()).hasSize(128);
        assertThatIllegalArgumentException().isThrownBy(() -> Person.registered("", CONTRAST));
        assertThatIllegalArgumentException().isThrownBy(() -> Person.registered("s".repeat(129), CONTRAST));
    }

    @Test
    @DisplayName("L01 it prints neither the datum nor the phone, nor the host's own id")
    void printsNothing() {
        assertThat(person.withPhone(PHONE).toString())
                .contains("******018")
                .doesNotContain("2031", "600000", person.subject());
    }

    @Test
    @DisplayName("a level suffices for itself and for the lower one")
    void levels() {
        assertThat(Level.BASIC).isLessThan(Level.ADVANCED);
    }
}
