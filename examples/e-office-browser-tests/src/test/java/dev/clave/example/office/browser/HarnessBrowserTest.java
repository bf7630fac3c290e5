package dev.clave.example.office.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.support.StaticMessageSource;

/** What the other tests rely on sees what it is there to see, on pages with one fault each. */
@ExtendWith(InABrowser.class)
class HarnessBrowserTest {
    private static final String ORIGIN = "http://page.test";
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'";
    private static final String GOOD = "<h1>A page</h1><p>Words that can be read.</p>";

    private final Stage stage;

    HarnessBrowserTest(Browsers browsers) {
        stage = new Stage(browsers, ORIGIN, language -> new Words(new StaticMessageSource(), Locale.ROOT));
    }

    @AfterEach
    void leave() {
        stage.close();
    }

    @Test
    void a_good_page_has_no_faults() {
        Visitor visitor = open(GOOD);

        assertThat(faults(visitor)).isEmpty();
        assertThat(stage.complaints()).isEmpty();
    }

    @Test
    void a_field_without_a_label_is_a_fault() {
        assertThat(faults(open(GOOD + "<input type='checkbox'>"))).anyMatch(fault -> fault.contains("label:"));
    }

    @Test
    void faint_letters_are_a_fault_in_the_light_that_they_are_faint_in() {
        Visitor visitor =
                open(GOOD, "@media (prefers-color-scheme: dark) { p { color: #777; } body { background: #666 } }");

        assertThat(faults(visitor)).isNotEmpty().allMatch(fault -> fault.startsWith("DARK: color-contrast"));
    }

    @Test
    void what_does_not_fit_a_narrow_screen_is_a_fault() {
        assertThat(faults(open(GOOD, "p { width: 400px }")))
                .singleElement()
                .asString()
                .contains("320 px");
    }

    @Test
    void a_target_that_a_thumb_misses_is_a_fault() {
        assertThat(faults(open(GOOD + "<button>Small</button>")))
                .singleElement()
                .asString()
                .contains("BUTTON");
    }

    @Test
    void another_language_than_asked_for_and_a_text_that_is_missing_are_faults() {
        assertThat(faults(stage.visitor(Look.PHONE), GOOD + "<p>??login.title??</p>"))
                .hasSize(2);
    }

    @Test
    void what_the_policy_forbids_is_a_complaint() {
        open(GOOD + "<p style='color: red'>Red</p>");

        assertThat(stage.complaints()).singleElement().asString().contains("style-src");
    }

    @Test
    void a_script_that_fails_is_a_complaint() {
        Visitor visitor = open(GOOD + "<script src='fails.js'></script>");
        visitor.page().waitForTimeout(1);

        assertThat(stage.complaints()).anyMatch(complaint -> complaint.contains("not caught"));
    }

    @Test
    void an_answer_that_refuses_is_a_complaint_unless_the_test_wants_it() {
        Visitor visitor = stage.visitor(Look.DESKTOP);
        serve(visitor, GOOD, "");
        visitor.open("/refused");
        assertThat(stage.complaints()).hasSize(2);

        visitor.watch().allow("403");

        assertThat(stage.complaints()).isEmpty();
    }

    private Visitor open(String body) {
        return open(body, "");
    }

    private Visitor open(String body, String style) {
        Visitor visitor = stage.visitor(Look.DESKTOP);
        serve(visitor, body, style);
        return visitor.open("/");
    }

    private static List<String> faults(Visitor visitor, String body) {
        serve(visitor, body, "");
        return faults(visitor.open("/"));
    }

    private static List<String> faults(Visitor visitor) {
        return new Inspection(visitor.page(), visitor.look()).faults("harness");
    }

    private static void serve(Visitor visitor, String body, String style) {
        visitor.context().route("**/*", route -> answer(route, body, style));
    }

    private static void answer(Route route, String body, String style) {
        String path = route.request().url().substring(ORIGIN.length());
        var answer = new Route.FulfillOptions().setHeaders(Map.of("Content-Security-Policy", POLICY));
        switch (path) {
            case "/style.css" -> route.fulfill(answer.setContentType("text/css").setBody(style));
            case "/fails.js" ->
                route.fulfill(answer.setContentType("text/javascript").setBody("nothing.is.here()"));
            default ->
                route.fulfill(answer.setStatus(path.equals("/") ? 200 : 403)
                        .setContentType("text/html; charset=utf-8")
                        .setBody(document(body)));
        }
    }

    private static String document(String body) {
        return "<!DOCTYPE html><html lang='es'><head><meta name='viewport' content='width=device-width'>"
                + "<meta name='color-scheme' content='light dark'><title>A page</title><link rel='stylesheet' href='/style.css'>"
                + "</head><body><main>" + body + "</main></body></html>";
    }
}
