package dev.clave.example.office.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.example.office.nodes.Wire.Answer;
import dev.clave.testkit.FakePerson;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: cookies, redirects, the forms of the login. */
final class Browser {
    private static final String LOGIN = "/login/clave/";
    private static final Pattern TOKEN = Pattern.compile("<input[^>]*name=\"_csrf\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<String> claims = new ArrayList<>();
    private final String from;
    private Wire wire;
    private Answer last = new Answer(0, List.of(), "");

    Browser(int port) {
        this("127.0.0.1", port);
    }

    Browser(String from, int port) {
        this.from = from;
        this.wire = new Wire(from, port);
    }

    /** Adds a header to each request: what a client claims. */
    Browser claiming(String... headers) {
        claims.addAll(List.of(headers));
        return this;
    }

    /** Goes on with another server, and all cookies. */
    Browser at(int port) {
        wire = new Wire(from, port);
        return this;
    }

    /** A browser with the same cookies, at another server. */
    Browser copyAt(int port) {
        Browser copy = new Browser(from, port);
        copy.cookies.putAll(cookies);
        copy.last = last;
        return copy;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    Answer get(String path) {
        return follow(send("GET", path, ""));
    }

    /** Number and datum; then the page that is due is open. */
    Step identify(FakePerson person) {
        return step("identify", "number", person.typedNumber(), "contrast", person.typedContrast());
    }

    Step obtainPin() {
        return step("pin");
    }

    Step access(String pin) {
        return step("access", "pin", pin);
    }

    /** The answer to a form, and the page to which it led. */
    record Step(Answer answer, Answer page) {
        /** Which node took the form. */
        String node() {
            return answer.header(NodeName.HEADER);
        }
    }

    private Step step(String name, String... fields) {
        Answer answer = post(name, fields);
        return new Step(answer, follow(answer));
    }

    /** A form of the login, whether or not the page that is open shows it. */
    Answer post(String name, String... fields) {
        return send("POST", LOGIN + name, form(fields));
    }

    /** With the token of the page that is open. */
    private String form(String... fields) {
        Matcher token = TOKEN.matcher(last.body());
        assertThat(token.find()).as("a form in " + last).isTrue();
        Matcher value = VALUE.matcher(token.group());
        assertThat(value.find()).isTrue();
        Map<String, String> all = new LinkedHashMap<>(Map.of("_csrf", value.group(1)));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Answer follow(Answer answer) {
        Answer page = answer;
        for (int hops = 0; page.status() / 100 == 3; hops++) {
            assertThat(hops).as("redirects").isLessThan(10);
            URI there = URI.create(page.header("Location"));
            page = send("GET", there.getRawPath() + (there.getRawQuery() == null ? "" : "?" + there.getRawQuery()), "");
        }
        last = page;
        return page;
    }

    private Answer send(String method, String path, String body) {
        List<String> headers = new ArrayList<>(List.of("Host: localhost", "Accept: text/html", "Accept-Language: en"));
        headers.addAll(claims);
        if (!cookies.isEmpty()) {
            headers.add("Cookie: "
                    + cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        Answer answer = wire.send(method, path, headers, body);
        answer.all("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String set) {
        String[] pair = set.split(";", 2)[0].split("=", 2);
        if (set.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
