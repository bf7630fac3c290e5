package dev.clave.spring.security;

import dev.clave.Clave;
import dev.clave.ClaveUnavailableException;
import dev.clave.NotSent;
import dev.clave.Outcome;
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
    private final LoginParts parts;

    LoginViews(LoginParts parts) {
        this.parts = parts;
        this.clave = parts.clave();
        this.cookies = parts.cookies();
        this.signing = parts.signing();
    }

    /** What is to be shown now. A notice is shown once, a login that is over is forgotten. */
    LoginView of(HttpServletRequest request, HttpServletResponse response) {
        LoginAsk ask = LoginAsk.of(request);
        Visit visit = new Visit(request, response, ask, signing.text(ask));
        try {
            return due(visit);
        } catch (ClaveUnavailableException failure) {
            LOG.warn("The page of a login was closed: {}", failure.getMessage());
            return view(visit, Step.UNAVAILABLE, Optional.empty(), Optional.of(Notice.UNAVAILABLE));
        }
    }

    /** A login for something else, as in another tab, is left alone: its PIN must not be typed under this text. */
    private LoginView due(Visit visit) {
        if (visit.ask().sign().isPresent() && visit.text().isEmpty()) {
            return view(visit, Step.NOTHING_TO_SIGN, Optional.empty(), Optional.of(Notice.NO_TEXT));
        }
        if (!cookies.hasHandle(visit.request())) {
            boolean signedOut = visit.request().getParameter("logout") != null
                    && signing.reader().isEmpty();
            return view(
                    visit,
                    Step.IDENTIFY,
                    Optional.empty(),
                    signedOut ? Optional.of(Notice.SIGNED_OUT) : Optional.empty());
        }
        return cookies.isOpenedFor(visit.request(), Signing.mark(visit.ask(), visit.text()))
                ? going(visit)
                : view(visit, Step.IDENTIFY, Optional.empty(), Optional.of(Notice.OTHER_LOGIN));
    }

    private LoginView going(Visit visit) {
        PinOutcome status = clave.status(cookies.handle(visit.request()));
        if (status instanceof PinSent sent) {
            return view(visit, Step.ENTER, Optional.of(sent), Optional.empty());
        }
        Reason reason = status instanceof NotSent notSent ? notSent.reason() : Reason.NOT_CURRENT;
        if (reason == Reason.NO_PIN_YET) {
            return view(visit, Step.OBTAIN, Optional.empty(), Optional.empty());
        }
        Optional<String> why = Optional.of(Notice.of(new NotSent(reason)));
        if (reason == Reason.PIN_EXPIRED || reason == Reason.UNDELIVERABLE) {
            return view(visit, Step.RENEW, Optional.empty(), why);
        }
        cookies.drop(visit.response(), Kind.HANDLE);
        return view(visit, Step.IDENTIFY, Optional.empty(), why);
    }

    /** The same after a form that came without its token: the browser keeps no cookies of this page, or the page was left open for long. */
    LoginView withoutToken(HttpServletRequest request, HttpServletResponse response) {
        LoginView view = of(request, response);
        Optional<String> notice = PageTexts.in(view.language()).find("notice.noToken");
        return new LoginView(
                view.step(),
                view.language(),
                notice,
                Optional.empty(),
                view.number(),
                view.sent(),
                view.signing(),
                view.action(),
                view.hidden());
    }

    /** With what the last step said; with the reason for this step when it said nothing. */
    private LoginView view(Visit visit, Step step, Optional<PinSent> sent, Optional<String> reason) {
        HttpServletRequest request = visit.request();
        Optional<String> said = cookies.value(request, Kind.NOTICE);
        said.ifPresent(shown -> cookies.drop(visit.response(), Kind.NOTICE));
        Language language = parts.language(request);
        Optional<String> told = said.or(() -> reason);
        Optional<String> notice = told.flatMap(
                        text -> Notice.sentence(text, clave.sentences(language), PageTexts.in(language)))
                .or(() -> sent.map(clave.sentences(language)::of));
        return new LoginView(
                step,
                language,
                notice,
                told.isPresent() ? told.flatMap(Notice::outcome) : sent.map(Outcome.class::cast),
                step == Step.IDENTIFY ? parts.numbers().in(request) : Optional.empty(),
                sent,
                visit.text(),
                request.getContextPath() + parts.paths().base(),
                hidden(request, visit.ask()));
    }

    private static Map<String, String> hidden(HttpServletRequest request, LoginAsk ask) {
        Map<String, String> fields = new LinkedHashMap<>(ask.fields());
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            fields.put(token.getParameterName(), token.getToken());
        }
        return fields;
    }

    /** Somebody who looks at the page: for what, and the text that they would sign. */
    private record Visit(
            HttpServletRequest request, HttpServletResponse response, LoginAsk ask, Optional<SignableText> text) {}
}
