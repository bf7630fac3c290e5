package dev.clave.example.office.phone;

import dev.clave.Clave;
import dev.clave.ClaveUnavailableException;
import dev.clave.LoginRequest;
import dev.clave.Outcome;
import dev.clave.Sentences;
import dev.clave.spi.Language;
import dev.clave.spring.security.Origins;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the app asks: three steps to be activated, and one address for everything from then on. */
@RestController
@Profile("demo")
@RequestMapping(
        path = "/phone/app",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class AppController {
    /** What {@code Devices.answer} reads. */
    private static final int LONGEST_ASK = 2_048;

    private final Clave clave;
    private final MessageSource texts;

    AppController(Clave clave, MessageSource texts) {
        this.clave = clave;
        this.texts = texts;
    }

    @PostMapping("/identify")
    ResponseEntity<Map<String, String>> identify(HttpServletRequest request, Locale locale) throws IOException {
        return reply(
                request,
                locale,
                body -> clave.identify(LoginRequest.of(body.text("number"), body.text("contrast"))
                        .from(Origins.of(request))
                        .in(language(locale))
                        .toActivate(body.device())));
    }

    @PostMapping("/pin")
    ResponseEntity<Map<String, String>> pin(HttpServletRequest request, Locale locale) throws IOException {
        return reply(
                request,
                locale,
                body -> body.isTrue("again") ? clave.requestAgain(body.handle()) : clave.obtainPin(body.handle()));
    }

    @PostMapping("/activate")
    ResponseEntity<Map<String, String>> activate(HttpServletRequest request, Locale locale) throws IOException {
        return reply(request, locale, body -> clave.devices().activate(body.handle(), body.text("pin"), body.device()));
    }

    /** Whatever an active app asks. The format is clave's own: it is passed on as it is, and so is the answer. */
    @PostMapping("/answer")
    ResponseEntity<byte[]> answer(HttpServletRequest request) throws IOException {
        byte[] answer = clave.devices().answer(AppBody.read(request, LONGEST_ASK));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unavailable(ClaveUnavailableException unavailable, Locale locale) {
        return refused(HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", locale);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> tooLong(AppBody.TooLongException tooLong, Locale locale) {
        return refused(HttpStatus.CONTENT_TOO_LARGE, "TOO_LONG", locale);
    }

    private ResponseEntity<Map<String, String>> reply(
            HttpServletRequest request, Locale locale, Function<AppBody, Outcome> call) throws IOException {
        Sentences sentences = clave.sentences(language(locale));
        Optional<AppBody> body = AppBody.of(request);
        return body.map(call)
                .map(outcome ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(AppReply.of(outcome, sentences)))
                .orElseGet(() -> refused(HttpStatus.BAD_REQUEST, "MALFORMED", locale));
    }

    private ResponseEntity<Map<String, String>> refused(HttpStatus status, String problem, Locale locale) {
        String sentence = texts.getMessage("phone.app.problem." + problem, null, locale);
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("problem", problem, "sentence", sentence));
    }

    private static Language language(Locale locale) {
        return Language.ofTag(locale.toLanguageTag()).orElse(Language.ES);
    }
}
