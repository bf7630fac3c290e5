package dev.clave.spring.security;

import dev.clave.Clave;
import dev.clave.ClaveUnavailableException;
import dev.clave.Denied;
import dev.clave.Field;
import dev.clave.Identified;
import dev.clave.IdentifyOutcome;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.Mistyped;
import dev.clave.PinOutcome;
import dev.clave.PinSent;
import dev.clave.identity.IdentityNumber;
import dev.clave.spi.Route;
import dev.clave.spring.security.LoginCookies.Kind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The steps before the PIN is typed: keep a number, identify, obtain a PIN or another one, cancel. Each is a POST that ends in a redirect to the page, so that to
 * load the page again repeats nothing.
 */
final class ClaveStepsFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(ClaveStepsFilter.class);

    /** One step: what the page is to say, empty when it speaks for itself. */
    @FunctionalInterface
    private interface Step {
        Optional<String> take(HttpServletRequest request, HttpServletResponse response);
    }

    private final Clave clave;
    private final LoginCookies cookies;
    private final KeptNumber numbers;
    private final Signing signing;
    private final LoginParts parts;
    private final RequestCache returns;
    private final Map<RequestMatcher, Step> steps = new LinkedHashMap<>();

    ClaveStepsFilter(LoginParts parts, RequestCache returns) {
        this.parts = parts;
        this.returns = returns;
        this.clave = parts.clave();
        this.cookies = parts.cookies();
        this.numbers = parts.numbers();
        this.signing = parts.signing();
        steps.put(parts.paths().post("/number"), this::number);
        steps.put(parts.paths().post("/identify"), this::identify);
        steps.put(parts.paths().post("/pin"), this::pin);
        steps.put(parts.paths().post("/cancel"), this::cancel);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        for (Map.Entry<RequestMatcher, Step> step : steps.entrySet()) {
            if (step.getKey().matches(request)) {
                take(step.getValue(), request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private void take(Step step, HttpServletRequest request, HttpServletResponse response) {
        String query = LoginAsk.of(request).query();
        notice(step, request, response).ifPresent(notice -> cookies.set(response, Kind.NOTICE, notice));
        Redirect.to(response, request.getContextPath() + parts.paths().page() + query);
    }

    private static Optional<String> notice(Step step, HttpServletRequest request, HttpServletResponse response) {
        try {
            return step.take(request, response);
        } catch (ClaveUnavailableException failure) {
            LOG.warn("A step of a login was closed: {}", failure.getMessage());
            return Optional.of(Notice.UNAVAILABLE);
        }
    }

    /** The first of two screens. To begin again with a number is to leave the login that was going on in this browser. */
    private Optional<String> number(HttpServletRequest request, HttpServletResponse response) {
        cookies.drop(response, Kind.HANDLE);
        if (request.getParameter("change") != null) {
            numbers.forget(response);
            return Optional.empty();
        }
        String typed = request.getParameter("number");
        if (isSomebodyElse(typed)) {
            return somebodyElse(LoginAsk.of(request), response);
        }
        numbers.keep(response, typed);
        return IdentityNumber.parse(typed).problem().map(problem -> Notice.of(new Mistyped(Field.NUMBER, problem)));
    }

    private Optional<String> identify(HttpServletRequest request, HttpServletResponse response) {
        LoginAsk ask = LoginAsk.of(request);
        Optional<SignableText> text = signing.text(ask);
        if (ask.sign().isPresent() && text.isEmpty()) {
            return Optional.of(Notice.NO_TEXT);
        }
        String number = typedNumber(request);
        if (isSomebodyElse(number)) {
            return somebodyElse(ask, response);
        }
        IdentifyOutcome outcome = identify(response, number, typed(request, number, ask, text));
        if (outcome instanceof Identified login) {
            cookies.setHandle(response, login.handle(), Signing.mark(ask, text));
            return Optional.empty();
        }
        return Optional.of(Notice.of(outcome));
    }

    /** The number of the form, or in its second screen the one of the first. */
    private @Nullable String typedNumber(HttpServletRequest request) {
        String typed = request.getParameter("number");
        return typed == null ? numbers.in(request).orElse(null) : typed;
    }

    /** Until a login is opened the number is kept, whatever the reason why it was not. */
    private IdentifyOutcome identify(HttpServletResponse response, @Nullable String number, LoginRequest typed) {
        boolean opened = false;
        try {
            IdentifyOutcome outcome = clave.identify(typed);
            opened = outcome instanceof Identified;
            return outcome;
        } finally {
            if (opened) {
                numbers.forget(response);
            } else {
                numbers.keep(response, number);
            }
        }
    }

    private LoginRequest typed(
            HttpServletRequest request, @Nullable String number, LoginAsk ask, Optional<SignableText> text) {
        LoginRequest typed = LoginRequest.of(number, request.getParameter("contrast"))
                .in(parts.language(request))
                .requiring(ask.level())
                .knownBy(cookies.browser(request));
        LoginRequest located = parts.origins().apply(request).map(typed::from).orElse(typed);
        return text.map(signed -> located.toSign(signed.summary(), signed.text()))
                .orElse(located);
    }

    /** Where the person is known to be another one there is no use in sending a PIN. */
    private boolean isSomebodyElse(@Nullable String number) {
        return signing.person()
                .filter(person -> IdentityNumber.parse(number)
                        .accepted()
                        .filter(typed -> !typed.equals(person))
                        .isPresent())
                .isPresent();
    }

    private Optional<String> somebodyElse(LoginAsk ask, HttpServletResponse response) {
        numbers.forget(response);
        return Optional.of(ask.sign().isPresent() ? Notice.OTHER_PERSON : Notice.OTHER_USER);
    }

    private Optional<String> pin(HttpServletRequest request, HttpServletResponse response) {
        LoginAsk ask = LoginAsk.of(request);
        if (!cookies.isOpenedFor(request, Signing.mark(ask, signing.text(ask)))) {
            return Optional.of(Notice.OTHER_LOGIN);
        }
        LoginHandle handle = cookies.handle(request);
        PinOutcome outcome = request.getParameter("again") == null ? first(request, handle) : again(request, handle);
        return outcome instanceof PinSent ? Optional.empty() : Optional.of(Notice.of(outcome));
    }

    private PinOutcome first(HttpServletRequest request, LoginHandle handle) {
        String code = request.getParameter("code");
        boolean chosen = request.getParameter("customise") != null || (code != null && !code.isBlank());
        return chosen ? clave.obtainPin(handle, code) : clave.obtainPin(handle);
    }

    private PinOutcome again(HttpServletRequest request, LoginHandle handle) {
        return "SMS".equals(request.getParameter("route"))
                ? clave.requestAgain(handle, Route.SMS)
                : clave.requestAgain(handle);
    }

    private Optional<String> cancel(HttpServletRequest request, HttpServletResponse response) {
        Denied ended = new Denied(clave.cancel(cookies.handle(request)));
        cookies.drop(response, Kind.HANDLE);
        numbers.forget(response);
        returns.removeRequest(request, response);
        return Optional.of(Notice.of(ended));
    }
}
