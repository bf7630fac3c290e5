package dev.clave.example.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.example.office.Visitor.Page;
import dev.clave.testkit.FakePeople;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The procedure that signs: the text that was read is the one that is signed and filed. */
class ClaimTest extends OpenOffice {

    @Test
    void a_claim_is_written_read_signed_and_filed() {
        Visitor dieter = visitor();
        inside(dieter, FakePeople.DIETER);
        Page read = dieter.get("/claim").press("Continue", "words", "The street light\nat number 7 is <out>.");
        assertThat(read.document().select("pre").text()).contains("at number 7 is <out>.");
        String filed = read.document().select("a.button").attr("href");

        Page sign = dieter.get(filed);
        assertThat(sign.path()).isEqualTo("/login");
        assertThat(sign.document().select(".signing pre").text()).contains("at number 7 is <out>.");
        assertThat(sign.value("number")).isEqualTo("Z9999927S");
        Page tooEarly = sign.press("Continue", "contrast", FakePeople.DIETER.typedContrast())
                .press("Obtain PIN");
        assertThat(tooEarly.heading()).isEqualTo("Obtain the PIN");
        assertThat(tooEarly.document().select("form[data-customise]").attr("data-again"))
                .isEqualTo("60");
        clock.advance(Duration.ofMinutes(1));
        Page enter = tooEarly.press("Obtain PIN");
        assertThat(sms.phoneOf(FakePeople.DIETER).lastText())
                .contains(filed.substring("/claim/".length(), filed.lastIndexOf('/')));
        Page receipt = enter.press("Sign", "pin", sms.phoneOf(FakePeople.DIETER).lastPin());
        assertThat(receipt.heading()).isEqualTo("Your claim has been filed");
        assertThat(receipt.document().select("dd").eachText()).anyMatch(text -> text.matches("[0-9a-f]{64}"));
        assertThat(dieter.get(filed).heading()).isEqualTo("Your claim has been filed");
    }

    @Test
    void what_cannot_be_signed_is_given_back_with_the_words() {
        Visitor isabel = visitor();
        inside(isabel, FakePeople.ANA);
        Page again = isabel.get("/claim").press("Continue", "words", "x".repeat(4_001));
        assertThat(again.notice()).contains("Nothing was filed");
        assertThat(again.document().select("textarea").text()).hasSize(4_001);
        assertThat(isabel.get("/claim").press("Continue", "words", "  ").notice())
                .isNotEmpty();
    }

    @Test
    void a_claim_of_somebody_else_is_not_there() {
        Visitor edurne = visitor();
        inside(edurne, FakePeople.EDURNE);
        String claim = edurne.get("/claim").press("Continue", "words", "Mine.").path();
        Visitor ferran = visitor();
        inside(ferran, FakePeople.FERRAN);
        assertThat(ferran.get(claim).status()).isEqualTo(404);
        assertThat(ferran.get(claim + "/filed").document().text())
                .contains("There is no such page here, or it is not yours.")
                .doesNotContain("Mine.");
    }
}
