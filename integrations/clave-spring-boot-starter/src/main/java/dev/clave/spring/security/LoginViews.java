package dev.clave.spring.security;

import dev.clave.Clave;
import dev.clave.ClaveUnavailableException;
import dev.clave.NotSent;
import dev.clave.PinOutcome;
import dev.clave.PinSent;
import dev.clave.Reason;
import dev.clave.spi.Language;
import dev.clave.spring.security.LoginCookies.Kind;
import dev.clave.spring.security.LoginView.Step;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.csrf.CsrfToken;

/** Makes what a page shows from what the browser brings: the login behind its handle, and the notice of the last step. */
final class LoginViews {
    private static final Logger LOG = LoggerFactory.getLogger(LoginViews.class);

    private final Clave clave;
    private final LoginCookies cookies;
    private final Signing signing;
    private final String base;

    LoginViews(Clave clave, LoginCookies cookies, Signing signing, String base) {
        this.clave = clave;
        this.cookies = cookies;
        this.signing = signing;
        this.base = base;
    }

    /** What is to be shown now. A notice is shown once, a login that is over is forgotten. */
    LoginView of(HttpServletRequest request, HttpServletResponse response) {
        try {
            return cookies.hasHandle(request) ? going(request, response) : beginning(request, response);
        } catch (ClaveUnavailableException failure) {
            LOG.warn("The page of a login was closed: {}", failure.getMessage());
            return view(request, response, Step.UNAVAILABLE, Optional.empty(), Optional.of(Notice.UNAVAILABLE));
        }
    }

    private LoginView beginning(HttpServletRequest request, HttpServletResponse response) {
        LoginAsk ask = LoginAsk.of(request);
        boolean nothing = ask.sign().isPresent() && signing.text(ask).isEmpty();
        return view(
                request,
                response,
                Step.IDENTIFY,
                Optional.empty(),
                nothing ? Optional.of(Notice.NO_TEXT) : Optional.empty());
    }

    private LoginView going(HttpServletRequest request, HttpServletResponse response) {
        PinOutcome status = clave.status(cookies.handle(request));
        if (status instanceof PinSent sent) {
            return view(request, response, Step.ENTER, Optional.of(sent), Optional.empty());
        }
        Reason reason = status instanceof NotSent notSent ? notSent.reason() : Reason.NOT_CURRENT;
        if (reason == Reason.NO_PIN_YET) {
            return view(request, response, Step.OBTAIN, Optional.empty(), Optional.empty());
        }
        Optional<String> why = Optional.of(Notice.of(new NotSent(reason)));
        if (reason == Reason.PIN_EXPIRED || reason == Reason.UNDELIVERABLE) {
            return view(request, response, Step.RENEW, Optional.empty(), why);
        }
        cookies.drop(response, Kind.HANDLE);
        return view(request, response, Step.IDENTIFY, Optional.empty(), why);
    }

    /** The same after a form that came without its token: the browser keeps no cookies of this page, or the page was left open for long. */
    LoginView withoutToken(HttpServletRequest request, HttpServletResponse response) {
        LoginView view = of(request, response);
        Optional<String> notice = PageTexts.in(view.language()).find("notice.noToken");
        return new LoginView(
                view.step(), view.language(), notice, view.sent(), view.signing(), view.action(), view.hidden());
    }

    /** With what the last step said; with the reason for this step when it said nothing. */
    private LoginView view(
            HttpServletRequest request,
            HttpServletResponse response,
            Step step,
            Optional<PinSent> sent,
            Optional<String> reason) {
        Optional<String> said = cookies.value(request, Kind.NOTICE);
        said.ifPresent(shown -> cookies.drop(response, Kind.NOTICE));
        Language language = step == Step.UNAVAILABLE ? PageTexts.languageOf(request) : languageOf(request);
        Optional<String> notice = said.or(() -> reason)
                .flatMap(text -> Notice.sentence(text, clave.sentences(language), PageTexts.in(language)))
                .or(() -> sent.map(clave.sentences(language)::of));
        LoginAsk ask = LoginAsk.of(request);
        return new LoginView(
                step, language, notice, sent, signing.text(ask), request.getContextPath() + base, hidden(request, ask));
    }

    /** The one that was chosen when the login was opened, so that a login stays in its language. */
    private Language languageOf(HttpServletRequest request) {
        return (cookies.hasHandle(request) ? clave.languageOf(cookies.handle(request)) : Optional.<Language>empty())
                .orElseGet(() -> PageTexts.languageOf(request));
    }

    private static Map<String, String> hidden(HttpServletRequest request, LoginAsk ask) {
        Map<String, String> fields = new LinkedHashMap<>(ask.fields());
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            fields.put(token.getParameterName(), token.getToken());
        }
        return fields;
    }
}
