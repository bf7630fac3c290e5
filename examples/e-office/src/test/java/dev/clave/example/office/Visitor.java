package dev.clave.example.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Somebody with a browser without scripts and without a screen. Keeps every answer, so that a test can search all of them. */
public final class Visitor {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** What the browser keeps, by name. */
    public final Map<String, String> cookies = new LinkedHashMap<>();
    /** All that came. */
    public final List<HttpResponse<String>> answers = new ArrayList<>();
    /** What every request says besides. */
    public final Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept-Language", "en"));

    private final int port;

    public Visitor(int port) {
        this.port = port;
    }

    /** Looks at a page, wherever it leads. */
    public Page get(String path) {
        return follow(send("GET", path, Map.of()));
    }

    /** One answer, not followed. */
    public Page once(String method, String path, Map<String, String> fields) {
        return new Page(send(method, path, fields));
    }

    private Page follow(HttpResponse<String> answer) {
        HttpResponse<String> last = answer;
        for (int hops = 0; last.statusCode() / 100 == 3; hops++) {
            assertThat(hops).as("redirects").isLessThan(10);
            last = send("GET", last.headers().firstValue("Location").orElseThrow(), Map.of());
        }
        return new Page(last);
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> fields) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port).resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header("Cookie", joined(cookies, "; "));
        }
        request.header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(form(fields)));
        return remember(exchange(request.build()));
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpResponse<String> remember(HttpResponse<String> answer) {
        answers.add(answer);
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            if (set.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    /** Every Set-Cookie that has come. */
    public List<String> setCookies() {
        return answers.stream()
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                .toList();
    }

    /** Every path that was asked for, with its query, and every one that an answer led to. */
    public String paths() {
        return answers.stream()
                .map(answer -> answer.uri() + " "
                        + answer.headers().firstValue("Location").orElse(""))
                .collect(Collectors.joining("\n"));
    }

    private static String form(Map<String, String> fields) {
        Map<String, String> encoded = new LinkedHashMap<>();
        fields.forEach((name, value) -> encoded.put(name, URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return joined(encoded, "&");
    }

    private static String joined(Map<String, String> pairs, String separator) {
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining(separator));
    }

    /** An answer, as a person uses it. */
    public final class Page {
        private final HttpResponse<String> answer;
        private final Document document;

        private Page(HttpResponse<String> answer) {
            this.answer = answer;
            this.document = Jsoup.parse(answer.body(), answer.uri().toString());
        }

        public int status() {
            return answer.statusCode();
        }

        public String header(String name) {
            return answer.headers().firstValue(name).orElse("");
        }

        public String path() {
            return answer.uri().getPath();
        }

        public Document document() {
            return document;
        }

        public String heading() {
            return document.select("h1").text();
        }

        /** What is said in the box that is read first. */
        public String notice() {
            return document.select(".notice").text();
        }

        public String value(String id) {
            return document.select("#" + id).val();
        }

        public boolean offers(String button) {
            return document.select("button").stream().anyMatch(it -> it.text().equals(button));
        }

        /** The fields that a form would send, as the page came. */
        public Map<String, String> fields(String button) {
            Map<String, String> fields = new LinkedHashMap<>();
            formOf(button).formData().forEach(pair -> fields.put(pair.key(), pair.value()));
            return fields;
        }

        public String action(String button) {
            return formOf(button).attr("action");
        }

        private FormElement formOf(String button) {
            Element pressed = document.select("button").stream()
                    .filter(it -> it.text().equals(button))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(
                            "no button " + button + " in " + document.body().text()));
            return (FormElement) Objects.requireNonNull(pressed.closest("form"), "form");
        }

        /** Types into some fields and presses a button. */
        public Page press(String button, String... typed) {
            return follow(send("POST", action(button), with(button, typed)));
        }

        /** The same, without following where it leads. */
        public Page pressOnce(String button, String... typed) {
            return new Page(send("POST", action(button), with(button, typed)));
        }

        private Map<String, String> with(String button, String... typed) {
            Map<String, String> fields = fields(button);
            for (int i = 0; i < typed.length; i += 2) {
                fields.put(typed[i], typed[i + 1]);
            }
            return fields;
        }
    }
}
