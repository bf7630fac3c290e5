package dev.clave.spring.security;

import dev.clave.PinSent;
import dev.clave.spi.Route;
import dev.clave.spring.security.LoginView.Step;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** The default page: plain HTML, which works without scripts. Whatever varies is escaped. */
final class LoginPage {
    private final LoginView view;
    private final PageTexts texts;
    private final String notice;

    LoginPage(LoginView view, String notice) {
        this.view = view;
        this.texts = PageTexts.in(view.language());
        this.notice = notice;
    }

    String html() {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex"><title>%s</title><link rel="stylesheet" href="%s/style.css"></head>
                <body><main><h1>%2$s</h1>
                %s%s%s%s</main></body>
                </html>
                """.formatted(
                        view.language().tag(),
                        text("title." + view.step()),
                        escaped(view.action()),
                        said(),
                        signing(),
                        step(),
                        cancel());
    }

    private String said() {
        return notice.isEmpty() ? "" : "<p role=\"alert\">" + escaped(notice) + "</p>\n";
    }

    private String signing() {
        return view.signing()
                .map(text -> "<p>" + text("signing") + " <strong>" + escaped(text.summary()) + "</strong></p>\n<pre>"
                        + escaped(text.text()) + "</pre>\n")
                .orElse("");
    }

    private String step() {
        return switch (view.step()) {
            case IDENTIFY ->
                form(
                        "/identify",
                        field("number", "autocomplete=\"off\" required" + number())
                                + field(
                                        "contrast",
                                        "autocomplete=\"off\" required"
                                                + (view.number().isPresent() ? " autofocus" : "")),
                        "continue");
            case OBTAIN ->
                form(
                        "/pin",
                        "<p><label><input type=\"checkbox\" name=\"customise\"> " + text("code.customise")
                                + "</label></p>\n<p><label for=\"code\">" + text("code.choose")
                                + "</label><input id=\"code\" name=\"code\" type=\"text\" maxlength=\"4\" autocomplete=\"off\"></p>\n",
                        "obtain");
            case ENTER -> view.sent().map(this::enter).orElse("");
            case RENEW -> again("again", "");
            case NOTHING_TO_SIGN -> "";
            case UNAVAILABLE -> "<p><a href=\"" + escaped(view.action()) + "\">" + text("retry") + "</a></p>\n";
        };
    }

    /** What was typed before a mistake stays; the cursor stands where something is missing. */
    private String number() {
        return view.number().map(number -> " value=\"" + escaped(number) + "\"").orElse(" autofocus");
    }

    private String enter(PinSent sent) {
        String code = "<p><label for=\"code\">" + text("code") + "</label><input id=\"code\" type=\"text\" value=\""
                + escaped(sent.code())
                + "\" readonly aria-describedby=\"code-hint\"><span id=\"code-hint\">" + text("code.hint")
                + "</span></p>\n";
        String pin = field("pin", "autocomplete=\"one-time-code\" autocapitalize=\"characters\" autofocus required");
        String sms = sent.route().route() == Route.APP
                ? again("again.SMS", "<input type=\"hidden\" name=\"route\" value=\"SMS\">")
                : "";
        String again = sent.againAt().isPresent() ? again("again", "") + sms : "";
        return form("/access", code + pin, view.signing().isPresent() ? "sign" : "access") + again;
    }

    private String again(String button, String more) {
        return form("/pin", "<input type=\"hidden\" name=\"again\" value=\"true\">" + more, button);
    }

    private String cancel() {
        boolean open = view.step() == Step.OBTAIN || view.step() == Step.ENTER || view.step() == Step.RENEW;
        return open ? form("/cancel", "", "cancel") : "";
    }

    private String form(String path, String fields, String button) {
        return "<form method=\"post\" action=\"" + escaped(view.action() + path) + "\">\n" + hidden() + fields
                + "<p><button type=\"submit\">" + text(button) + "</button></p></form>\n";
    }

    private String hidden() {
        StringBuilder fields = new StringBuilder();
        for (Map.Entry<String, String> field : view.hidden().entrySet()) {
            fields.append("<input type=\"hidden\" name=\"")
                    .append(escaped(field.getKey()))
                    .append("\" value=\"")
                    .append(escaped(field.getValue()))
                    .append("\">\n");
        }
        return fields.toString();
    }

    private String field(String name, String attributes) {
        return """
                <p><label for="%1$s">%2$s</label><input id="%1$s" name="%1$s" type="text" maxlength="64" spellcheck="false" %4$s \
                aria-describedby="%1$s-hint"><span id="%1$s-hint">%3$s</span></p>
                """.formatted(name, text(name), text(name + ".hint"), attributes);
    }

    private String text(String key) {
        return escaped(texts.text(key));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
