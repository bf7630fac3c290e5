package dev.clave.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.clave.spi.AuditEvent.PurposeKind;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
    private static final PhoneNumber PHONE = PhoneNumber.of("+34600000018");
    private static final Secret TEXT = Secret.of("PIN ABCDEF");

    static PinMessage pinMessage() {
        Instant expiresAt = Instant.parse("2026-11-23T10:15:30Z");
        return new PinMessage(new SendId("s-1"), PHONE, Language.ES, TEXT, Secret.of("ABCDEF"), expiresAt);
    }

    @Test
    @DisplayName("L01 a message prints neither PIN nor text nor phone; the PIN is revealed on demand")
    void printsNothing() {
        Message notice = new SecurityNotice(new SendId("s-2"), PHONE, Language.ES, TEXT, SecurityNotice.Kind.BLOCKED);

        assertThat(pinMessage().toString()).contains("s-1").doesNotContain("ABCDEF", "PIN ", "600000");
        assertThat(notice.toString()).contains("s-2", "BLOCKED").doesNotContain("ABCDEF", "600000");
        assertThat(pinMessage().revealPin()).isEqualTo("ABCDEF");
    }

    @Test
    @DisplayName("L01 a message to an app prints neither text nor push address")
    void printsNothingOfAnApp() {
        PushAddress app = PushAddress.of("secret-token");
        Message notice = new AppNotice(
                new SendId("s-3"),
                app,
                Language.GL,
                TEXT,
                PurposeKind.SIGNATURE,
                Instant.parse("2026-11-23T10:15:30Z"));
        Message replaced =
                new SecurityNotice(new SendId("s-4"), app, Language.ES, TEXT, SecurityNotice.Kind.DEVICE_REPLACED);

        assertThat(notice.toString()).contains("s-3", "SIGNATURE").doesNotContain("PIN ", "secret-token");
        assertThat(replaced.toString()).contains("s-4", "DEVICE_REPLACED").doesNotContain("PIN ", "secret-token");
        assertThat(notice.to()).isEqualTo(app);
        assertThat(notice.text()).isEqualTo(TEXT);
    }

    @Test
    @SuppressWarnings("NullAway") // that null is refused is what is tested
    @DisplayName("a notice for an app refuses null")
    void noticeWithoutAPart() {
        PushAddress app = PushAddress.of("secret-token");
        SendId id = new SendId("s-5");
        PurposeKind purpose = PurposeKind.IDENTIFICATION;
        Instant at = Instant.EPOCH;
        assertThatNullPointerException().isThrownBy(() -> new AppNotice(null, app, Language.ES, TEXT, purpose, at));
        assertThatNullPointerException().isThrownBy(() -> new AppNotice(id, null, Language.ES, TEXT, purpose, at));
        assertThatNullPointerException().isThrownBy(() -> new AppNotice(id, app, null, TEXT, purpose, at));
        assertThatNullPointerException().isThrownBy(() -> new AppNotice(id, app, Language.ES, null, purpose, at));
        assertThatNullPointerException().isThrownBy(() -> new AppNotice(id, app, Language.ES, TEXT, null, at));
        assertThatNullPointerException().isThrownBy(() -> new AppNotice(id, app, Language.ES, TEXT, purpose, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5f2c-A", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
    @DisplayName("a send id is 1 to 64 letters, digits and dashes")
    void sendIds(String value) {
        assertThat(new SendId(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\r\nX-Header: 1", "ñ", "a_b"})
    @DisplayName("another send id, such as one that breaks a header, is refused and not repeated")
    void otherSendIds(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SendId(value))
                .withMessage("a send id has 1 to 64 ASCII letters, digits and dashes");
        assertThatIllegalArgumentException().isThrownBy(() -> new SendId("a".repeat(65)));
    }

    @Test
    @DisplayName("a result is accepted, or refused for a reason")
    void results() {
        assertThat(DeliveryResult.accepted()).isEqualTo(new DeliveryResult.Accepted());
        assertThat(DeliveryResult.refused(DeliveryResult.Reason.REJECTED))
                .isEqualTo(new DeliveryResult.Refused(DeliveryResult.Reason.REJECTED));
    }
}
