package dev.clave.spring.security;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A browser without a screen: cookies, redirects and forms. It shows what came, so that a test can look at every answer on the way. */
final class Browser {
    private static final Pattern FORM =
            Pattern.compile("<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    final Map<String, String> cookies = new LinkedHashMap<>();
    final List<HttpResponse<String>> answers = new ArrayList<>();
    private int port;
    private String language = "en";

    Browser(int port) {
        this.port = port;
    }

    Browser in(String newLanguage) {
        language = newLanguage;
        return this;
    }

    /** Goes on with another node: the balancer's choice, not the person's. */
    Browser at(int newPort) {
        port = newPort;
        return this;
    }

    /** A browser with the same cookies, which then goes its own way. */
    Browser copy() {
        Browser copy = new Browser(port);
        copy.cookies.putAll(cookies);
        return copy;
    }

    /** Looks at a page, wherever it leads. */
    Page get(String path) {
        return follow(send("GET", path, null));
    }

    /** One answer, not followed. */
    Page once(String method, String path, Map<String, String> fields) {
        return new Page(send(method, path, encoded(fields)));
    }

    private Page follow(HttpResponse<String> answer) {
        HttpResponse<String> last = answer;
        for (int hops = 0; last.statusCode() / 100 == 3; hops++) {
            assertThat(hops).as("redirects").isLessThan(10);
            last = send("GET", last.headers().firstValue("Location").orElseThrow(), null);
        }
        return new Page(last);
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body) {
        URI uri = path.startsWith("http") ? URI.create(path) : URI.create("http://localhost:" + port + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", language);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
        }
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
        synchronized (answers) {
            answers.add(answer);
        }
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String pair = set.split(";", 2)[0];
            String name = pair.substring(0, pair.indexOf('='));
            if (set.contains("Max-Age=0")) {
                cookies.remove(name);
            } else {
                cookies.put(name, pair.substring(pair.indexOf('=') + 1));
            }
        }
        return answer;
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    String cookie(String name) {
        return Objects.requireNonNull(cookies.get(name), name);
    }

    /** Every Set-Cookie that has come. */
    List<String> setCookies() {
        return answers.stream()
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                .toList();
    }

    /** An answer, as it can be used. */
    final class Page {
        private final HttpResponse<String> answer;

        private Page(HttpResponse<String> answer) {
            this.answer = answer;
        }

        int status() {
            return answer.statusCode();
        }

        String html() {
            return answer.body();
        }

        /** What a person reads. */
        String text() {
            return HtmlUtils.htmlUnescape(
                    html().replaceAll("(?s)<head>.*?</head>", "").replaceAll("<[^>]*>", " "));
        }

        String path() {
            return answer.uri().getPath()
                    + (answer.uri().getQuery() == null ? "" : "?" + answer.uri().getQuery());
        }

        String header(String name) {
            return answer.headers().firstValue(name).orElse("");
        }

        /** Who looks at it. */
        Browser browser() {
            return Browser.this;
        }

        boolean offers(String step) {
            return FORM.matcher(html()).results().anyMatch(form -> form.group(1).endsWith(step));
        }

        /** The hidden fields of the first form that goes there. */
        Map<String, String> hidden(String step) {
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher forms = FORM.matcher(html());
            while (forms.find()) {
                if (forms.group(1).endsWith(step)) {
                    HIDDEN.matcher(forms.group(2))
                            .results()
                            .forEach(input -> fields.putIfAbsent(
                                    only(NAME, input.group()), HtmlUtils.htmlUnescape(only(VALUE, input.group()))));
                    return fields;
                }
            }
            throw new AssertionError("no form goes to " + step + " in " + html());
        }

        private static String only(Pattern attribute, String input) {
            Matcher matcher = attribute.matcher(input);
            return matcher.find() ? matcher.group(1) : "";
        }

        String action(String step) {
            return FORM.matcher(html())
                    .results()
                    .map(form -> form.group(1))
                    .filter(action -> action.endsWith(step))
                    .findFirst()
                    .orElseThrow();
        }

        /** Fills a form in, sends it, and goes where it leads. */
        Page submit(String step, String... typed) {
            return follow(send("POST", action(step), encoded(fields(step, typed))));
        }

        /** The same without one of its fields. */
        Page submitWithout(String left, String step, String... typed) {
            Map<String, String> fields = fields(step, typed);
            fields.remove(left);
            return follow(send("POST", action(step), encoded(fields)));
        }

        /** Sends what a page of the application's own would, with the hidden fields of a form that this one has. */
        Page submitTo(String path, String step, String... typed) {
            return follow(send("POST", path, encoded(fields(step, typed))));
        }

        /** Sends a form, and shows the very answer. */
        Page post(String step, String... typed) {
            return new Page(send("POST", action(step), encoded(fields(step, typed))));
        }

        private Map<String, String> fields(String step, String... typed) {
            Map<String, String> fields = hidden(step);
            for (int i = 0; i < typed.length; i += 2) {
                fields.put(typed[i], typed[i + 1]);
            }
            return fields;
        }
    }
}
