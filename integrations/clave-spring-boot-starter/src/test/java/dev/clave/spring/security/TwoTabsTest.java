package dev.clave.spring.security;

import static dev.clave.spring.security.ClaveLoginConfigurer.claveLogin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

import dev.clave.spi.Level;
import dev.clave.spring.security.Browser.Page;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Two texts in two tabs of one browser: a PIN that was sent for one is never typed under the other. */
class TwoTabsTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();
    private static final Office OFFICE = Office.open(Rules.class);
    private static final String OTHER = "Another login was begun in this browser";

    private final Browser browser = OFFICE.browser();

    @BeforeEach
    void inside() {
        TEXTS.put("gift", "I give a flower.");
        TEXTS.put("house", "I give my house.");
        OFFICE.clock.advance(Duration.ofDays(10));
        OFFICE.logIn(browser, ANA);
        OFFICE.clock.advance(Duration.ofMinutes(2));
    }

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    private static long verified() {
        return OFFICE.clave.counts().entrySet().stream()
                .filter(count -> count.getKey().startsWith("verify."))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Test
    void the_second_tab_begins_anew_and_the_first_goes_on() {
        Page gift = OFFICE.askPin(browser.get("/forms/gift/filed"), ANA);
        assertThat(gift.text()).contains("I give a flower.");
        Page house = browser.get("/forms/house/filed");
        assertThat(house.path()).isEqualTo("/login/clave?sign=house");
        assertThat(house.text()).contains("I give my house.", OTHER);
        assertThat(house.offers("/access")).isFalse();
        assertThat(house.offers("/pin")).isFalse();
        assertThat(house.offers("/identify")).isTrue();
        Page filed = gift.submit("/access", "pin", OFFICE.pin(ANA));
        assertThat(browser.get("/forms/gift/filed").text()).contains("filed gift");
        assertThat(filed.status()).isEqualTo(200);
        assertThat(browser.get("/forms/house/filed").path()).isEqualTo("/login/clave?sign=house");
    }

    @Test
    void a_form_of_the_first_tab_does_nothing_to_the_login_of_the_second() {
        Page gift = OFFICE.askPin(browser.get("/forms/gift/filed"), ANA);
        OFFICE.clock.advance(Duration.ofMinutes(2));
        Page house = OFFICE.askPin(browser.get("/forms/house/filed"), ANA);
        OFFICE.clock.advance(Duration.ofMinutes(2));
        String pin = OFFICE.pin(ANA);
        long before = verified();
        Page late = gift.submit("/access", "pin", pin);
        assertThat(late.path()).isEqualTo("/login/clave?sign=gift");
        assertThat(late.text()).contains("I give a flower.", OTHER);
        assertThat(late.offers("/access")).isFalse();
        assertThat(gift.submit("/pin").text()).contains(OTHER);
        assertThat(verified()).isEqualTo(before);
        assertThat(OFFICE.pin(ANA)).isEqualTo(pin);
        assertThat(house.submit("/access", "pin", pin).text()).contains("filed house");
    }

    @Test
    void a_login_to_identify_and_one_to_sign_do_not_stand_for_each_other() {
        OFFICE.askPin(browser.get("/login/clave?renew=true"), ANA);
        Page house = browser.get("/forms/house/filed");
        assertThat(house.offers("/access")).isFalse();
        assertThat(house.text()).contains("I give my house.", OTHER);
        OFFICE.clock.advance(Duration.ofMinutes(2));
        OFFICE.askPin(house, ANA);
        assertThat(browser.get("/login/clave?renew=true").offers("/access")).isFalse();
    }

    @Test
    @DisplayName(
            "F12: a text that changes before the PIN is typed begins a login anew; what a client says of it is a wrong PIN")
    void changed() {
        Page gift = OFFICE.askPin(browser.get("/forms/gift/filed"), ANA);
        TEXTS.put("gift", "I give two flowers.");
        Page other = browser.get("/login/clave?sign=gift");
        assertThat(other.text()).contains("I give two flowers.", OTHER);
        assertThat(other.offers("/access")).isFalse();
        assertThat(gift.submit("/access", "pin", OFFICE.pin(ANA)).text()).contains(OTHER);
        String handle = browser.cookie("__Host-clave-login").split("\\.", 2)[0];
        String forged = Signing.mark(
                        new LoginAsk(Level.BASIC, Optional.of("gift"), false),
                        Optional.of(new SignableText("Form gift", "I give two flowers.")))
                .orElseThrow();
        browser.cookies.put("__Host-clave-login", handle + "." + forged);
        assertThat(gift.submit("/access", "pin", OFFICE.pin(ANA)).text())
                .contains("2 attempts left")
                .doesNotContain("filed");
    }

    /** Texts of the application's own. */
    @Configuration(proxyBeanMethods = false)
    static class Rules {
        @Bean
        SecurityFilterChain chain(HttpSecurity http, ClaveAuthorization clave) {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/forms/{id}/filed")
                            .access(clave.signed(
                                    request -> request.getVariables().get("id")))
                            .anyRequest()
                            .authenticated())
                    .with(claveLogin(), withDefaults())
                    .build();
        }

        @Bean
        SignableTexts texts() {
            return (reference, reader) ->
                    Optional.ofNullable(TEXTS.get(reference)).map(text -> new SignableText("Form " + reference, text));
        }

        @Bean
        Forms forms() {
            return new Forms();
        }
    }

    /** Says what was filed. */
    @RestController
    static class Forms {
        @GetMapping("/forms/{id}/filed")
        String filed(Authentication who, @PathVariable("id") String id) {
            return "filed " + id + " by " + who.getName();
        }
    }
}
