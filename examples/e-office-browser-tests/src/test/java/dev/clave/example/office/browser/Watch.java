package dev.clave.example.office.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * What must not happen in a browser while a test goes on: a word in the console, be it of a script or of the content security
 * policy, an error that no script caught, an answer of 400 and above, a request to anybody else.
 */
final class Watch {
    private final String origin;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> allowed = new ArrayList<>();

    Watch(BrowserContext context, String origin) {
        this.origin = origin;
        context.onConsoleMessage(this::console);
        context.onWebError(error -> complaints.add("not caught: " + error.error()));
        context.onResponse(this::response);
        context.onRequest(this::request);
    }

    /** Lets a complaint pass that has this in it: the test wants what causes it. */
    void allow(String part) {
        allowed.add(part);
    }

    void complain(String about) {
        complaints.add(about);
    }

    List<String> complaints() {
        return complaints.stream()
                .filter(complaint -> allowed.stream().noneMatch(complaint::contains))
                .toList();
    }

    private void console(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add("console: " + message.text() + " at " + message.location());
        }
    }

    private void response(Response response) {
        if (response.status() >= 400) {
            complaints.add("answer " + response.status() + ": " + response.url());
        }
    }

    private void request(Request request) {
        String url = request.url();
        if (!url.startsWith(origin + "/") && !url.startsWith("data:") && !url.startsWith("blob:")) {
            complaints.add("request to " + url);
        }
    }
}
