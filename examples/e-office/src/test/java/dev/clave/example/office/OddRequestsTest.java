package dev.clave.example.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.example.office.Visitor.Page;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no page of the office makes. */
class OddRequestsTest extends ClosedOffice {
    private static final List<FakePerson> CROWD = FakePeople.crowd(60);

    @ParameterizedTest
    @ValueSource(ints = {11, 300})
    void a_browser_may_speak_many_languages(int count) {
        Visitor polyglot = visitor();
        polyglot.headers.put(
                "Accept-Language",
                IntStream.range(0, count).mapToObj(i -> "fr-x-" + i).collect(Collectors.joining(",")) + ",eu;q=0.1");
        assertThat(polyglot.get("/login").heading()).isEqualTo("Identifikatu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/;x", "/login?x=%ff", "/login;jsessionid=1", "/?lang=%zz", "/no-such-page"})
    void what_is_refused_has_the_headers_of_every_other_page(String path) throws IOException {
        String answer = RawRequest.get(port, path, "Host: localhost");
        if (answer.contains("<main")) {
            assertThat(answer)
                    .contains("Content-Security-Policy: default-src 'none'", "X-Frame-Options: DENY", "no-store");
        }
        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("Exception", "HTTP/1.1 5");
    }

    @Test
    void what_another_site_posts_takes_the_place_of_nothing() {
        Visitor stranger = visitor();
        stranger.headers.put("Sec-Fetch-Site", "cross-site");
        for (String path : List.of("/", "/sign-out", "/claim", "/login/clave/pin", "/login/clave/access")) {
            Page answer = stranger.once("POST", path, Map.of());
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(stranger.setCookies()).as(path).isEmpty();
            assertThat(answer.document().text()).as(path).contains("had been open for too long");
        }
    }

    @Test
    void a_redirect_names_no_host() {
        Visitor carol = visitor();
        inside(carol, CROWD.get(50));
        carol.get("/claim").press("Continue", "words", "Mine.");
        carol.get("/my-data").press("Sign out");
        carol.answers.forEach(answer -> answer.headers()
                .firstValue("Location")
                .ifPresent(location -> assertThat(location).startsWith("/")));
    }

    @Test
    void nobody_can_push_out_the_claims_of_others() {
        Visitor carol = visitor();
        inside(carol, CROWD.get(51));
        String first =
                carol.get("/claim").press("Continue", "words", "The first.").path();
        for (int i = 1; i < 20; i++) {
            carol.get("/claim").press("Continue", "words", "One more.");
        }
        Page full = carol.get("/claim").press("Continue", "words", "Too many.");
        assertThat(full.notice()).contains("twenty");
        assertThat(full.document().select("textarea").text()).isEqualTo("Too many.");
        assertThat(carol.get(first).status()).isEqualTo(200);
    }

    @Test
    void what_is_not_seen_is_not_signed() {
        Visitor carol = visitor();
        inside(carol, CROWD.get(52));
        for (String words : List.of("one\u0000two", "one\u202etwo", "one\u2066two", "one\u001b[2Jtwo")) {
            assertThat(carol.get("/claim").press("Continue", "words", words).notice())
                    .contains("cannot be signed");
        }
    }

    @Test
    void somebody_inside_is_not_told_that_they_have_left() {
        Visitor carol = visitor();
        inside(carol, CROWD.get(57));
        assertThat(carol.get("/?signed-out").notice()).isEmpty();
        assertThat(visitor().get("/?signed-out").notice()).isNotEmpty();
    }
}
