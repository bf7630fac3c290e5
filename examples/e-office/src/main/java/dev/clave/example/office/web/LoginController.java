package dev.clave.example.office.web;

import dev.clave.Denied;
import dev.clave.Mistyped;
import dev.clave.Outcome;
import dev.clave.PinSent;
import dev.clave.Reason;
import dev.clave.TryLater;
import dev.clave.identity.IdentityNumber;
import dev.clave.identity.Nie;
import dev.clave.identity.Problem;
import dev.clave.spring.security.ClavePrincipal;
import dev.clave.spring.security.LoginView;
import dev.clave.spring.security.LoginView.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The page of the login: one small form at a time. */
@Controller
class LoginController {
    private final InstantSource clock;

    LoginController(ObjectProvider<InstantSource> clock) {
        this.clock = clock.getIfUnique(InstantSource::system);
    }

    @GetMapping("/login")
    String page(
            @RequestAttribute(LoginView.ATTRIBUTE) LoginView login,
            @AuthenticationPrincipal @Nullable ClavePrincipal signer,
            Model model) {
        Optional<String> number = Optional.ofNullable(signer)
                .filter(person -> login.signing().isPresent())
                .map(person -> person.person().value())
                .or(login::number);
        model.addAttribute("login", login);
        model.addAttribute("screen", screen(login.step(), number));
        model.addAttribute("number", number.orElse(""));
        model.addAttribute("changeable", signer == null);
        model.addAttribute("foreigner", number.filter(LoginController::isNie).isPresent());
        login.sent().ifPresent(sent -> times(sent, model));
        model.addAttribute("said", isSaid(login));
        model.addAttribute(
                "calm", login.outcome().filter(LoginController::isCalm).isPresent());
        login.outcome().filter(TryLater.class::isInstance).ifPresent(later -> waiting((TryLater) later, model));
        login.outcome().filter(Mistyped.class::isInstance).ifPresent(mistyped -> mark((Mistyped) mistyped, model));
        return "login";
    }

    /** The number first, then what is asked of that kind of document. */
    private static String screen(Step step, Optional<String> number) {
        return step == Step.IDENTIFY && number.isPresent() ? "CONTRAST" : step.name();
    }

    private static boolean isNie(String number) {
        return IdentityNumber.parse(number)
                .accepted()
                .filter(Nie.class::isInstance)
                .isPresent();
    }

    /** Where the PIN is, the page says in words of its own. */
    private static boolean isSaid(LoginView login) {
        return login.notice().isPresent()
                && login.outcome().filter(PinSent.class::isInstance).isEmpty();
    }

    /** Nothing has gone wrong: the person has ended it, or has to wait. */
    private static boolean isCalm(Outcome outcome) {
        return outcome instanceof TryLater || outcome.equals(new Denied(Reason.CANCELLED));
    }

    private void waiting(TryLater later, Model model) {
        model.addAttribute("wait", secondsUntil(later.at()));
    }

    private static void mark(Mistyped mistyped, Model model) {
        model.addAttribute("mistyped", mistyped.field().name());
        model.addAttribute("permanent", mistyped.problem() == Problem.PERMANENT_DATE);
    }

    private void times(PinSent sent, Model model) {
        model.addAttribute("expiresIn", secondsUntil(sent.expiresAt()));
        model.addAttribute("againIn", sent.againAt().map(this::secondsUntil).orElse(0L));
    }

    /** Rounded up, so that no countdown ends before the time has come. */
    private long secondsUntil(Instant then) {
        return Math.max(
                0, Duration.between(clock.instant(), then).plusMillis(999).toSeconds());
    }
}
