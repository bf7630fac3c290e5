package dev.clave.example.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.example.office.Visitor.Page;
import dev.clave.testkit.FakePeople;
import org.junit.jupiter.api.Test;

/** The page, from the number to what is inside, as it works without scripts. */
class LoginTest extends OpenOffice {

    @Test
    void a_person_with_a_dni_sees_what_was_proven_and_signs_out() {
        Visitor ana = visitor();
        Page data = inside(ana, FakePeople.ANA);
        assertThat(data.path()).isEqualTo("/my-data");
        assertThat(data.heading()).isEqualTo("My data");
        assertThat(data.document().select("dd").eachText()).contains("citizen-ana", "basic", "by SMS");
        Page out = data.press("Sign out");
        assertThat(out.notice()).isEqualTo("You have signed out.");
        assertThat(ana.get("/my-data").heading()).isEqualTo("Identify yourself");
    }

    @Test
    void the_number_comes_first_and_the_document_decides_what_is_asked_then() {
        Page dni = visitor().get("/my-data").press("Continue", "number", "99999035-a");
        assertThat(dni.heading()).isEqualTo("Your document");
        assertThat(dni.value("number")).isEqualTo("99999035-a");
        assertThat(dni.document().select("fieldset input[type=radio]")).hasSize(2);
        Page nie = visitor().get("/my-data").press("Continue", "number", "Z9999910K");
        assertThat(nie.document().select("label[for=contrast]").text()).isEqualTo("Support number of your document");
        assertThat(nie.document().select("svg[role=img]").eachAttr("aria-label"))
                .hasSize(2);
    }

    @Test
    void a_permanent_dni_and_a_nie_lead_inside() {
        assertThat(inside(visitor(), FakePeople.BREIXO).heading()).isEqualTo("My data");
        assertThat(inside(visitor(), FakePeople.CAROL).heading()).isEqualTo("My data");
    }

    @Test
    void a_code_of_ones_own_is_locked_beside_the_pin() {
        Page obtain = visitor()
                .get("/my-data")
                .press("Continue", "number", FakePeople.FERRAN.typedNumber())
                .press("Continue", "contrast", FakePeople.FERRAN.typedContrast());
        Page wrong = obtain.press("Obtain PIN", "customise", "true", "code", "a");
        assertThat(wrong.heading()).isEqualTo("Obtain the PIN");
        assertThat(wrong.notice()).isNotEmpty();
        Page enter = wrong.press("Obtain PIN", "customise", "true", "code", "k7w2");
        assertThat(enter.value("code")).isEqualTo("K7W2");
        assertThat(enter.document().select("#code").hasAttr("readonly")).isTrue();
        assertThat(enter.document().select(".sent").text()).endsWith("******069.");
    }

    @Test
    void a_wrong_datum_leaves_the_number_where_it_was() {
        Page again = visitor()
                .get("/my-data")
                .press("Continue", "number", FakePeople.GEMMA.typedNumber())
                .press("Continue", "contrast", FakePeople.GEMMA.typedWrongContrast());
        assertThat(again.notice()).isNotEmpty();
        assertThat(again.value("number")).isEqualTo(FakePeople.GEMMA.typedNumber());
        assertThat(again.value("contrast")).isEmpty();
        assertThat(again.press("It is another number").value("number")).isEmpty();
    }

    @Test
    void a_wrong_pin_says_how_many_are_left_and_the_right_one_still_leads_inside() {
        Page enter = untilPin(visitor().get("/my-data"), FakePeople.HUGO);
        Page wrong = enter.press("Access", "pin", "ZZZZZZ");
        assertThat(wrong.notice()).contains("2");
        assertThat(wrong.press("Access", "pin", sms.phoneOf(FakePeople.HUGO).lastPin())
                        .heading())
                .isEqualTo("My data");
    }

    @Test
    void loading_a_page_again_repeats_nothing_and_cancel_ends_it() {
        Visitor edurne = visitor();
        Page enter = untilPin(edurne.get("/my-data"), FakePeople.EDURNE);
        int sent = sms.phoneOf(FakePeople.EDURNE).received();
        assertThat(edurne.get("/login").value("code")).isEqualTo(enter.value("code"));
        assertThat(sms.phoneOf(FakePeople.EDURNE).received()).isEqualTo(sent);
        Page cancelled = enter.press("Cancel");
        assertThat(cancelled.heading()).isEqualTo("Identify yourself");
        assertThat(cancelled.notice()).isNotEmpty();
    }

    @Test
    void who_cannot_log_in_is_told_in_words() {
        Page refused = visitor()
                .get("/my-data")
                .press("Continue", "number", FakePeople.ULISES.typedNumber())
                .press("Continue", "contrast", FakePeople.ULISES.typedContrast());
        assertThat(refused.notice()).isNotEmpty();
        assertThat(visitor()
                        .get("/my-data")
                        .press("Continue", "number", "99999018A")
                        .notice())
                .isNotEmpty();
    }
}
