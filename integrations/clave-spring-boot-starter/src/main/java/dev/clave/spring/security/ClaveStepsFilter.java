package dev.clave.spring.security;

import dev.clave.Clave;
import dev.clave.ClaveUnavailableException;
import dev.clave.Denied;
import dev.clave.Identified;
import dev.clave.IdentifyOutcome;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.Origin;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The steps before the PIN is typed: identify, obtain a PIN or another one, cancel. Each is a POST that ends in a redirect to the page, so that to
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
    private final LoginPaths paths;
    private final Signing signing;
    private final Function<HttpServletRequest, Optional<Origin>> origins;
    private final Map<RequestMatcher, Step> steps = new LinkedHashMap<>();

    ClaveStepsFilter(
            Clave clave,
            LoginCookies cookies,
            LoginPaths paths,
            Signing signing,
            Function<HttpServletRequest, Optional<Origin>> origins) {
        this.clave = clave;
        this.cookies = cookies;
        this.paths = paths;
        this.signing = signing;
        this.origins = origins;
        steps.put(paths.post("/identify"), this::identify);
        steps.put(paths.post("/pin"), this::pin);
        steps.put(paths.post("/cancel"), this::cancel);
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
        Redirect.to(response, request.getContextPath() + paths.page() + query);
    }

    private static Optional<String> notice(Step step, HttpServletRequest request, HttpServletResponse response) {
        try {
            return step.take(request, response);
        } catch (ClaveUnavailableException failure) {
            LOG.warn("A step of a login was closed: {}", failure.getMessage());
            return Optional.of(Notice.UNAVAILABLE);
        }
    }

    private Optional<String> identify(HttpServletRequest request, HttpServletResponse response) {
        LoginAsk ask = LoginAsk.of(request);
        Optional<SignableText> text = signing.text(ask);
        if (ask.sign().isPresent() && text.isEmpty()) {
            return Optional.of(Notice.NO_TEXT);
        }
        if (text.isPresent() && isSomebodyElse(request.getParameter("number"))) {
            return Optional.of(Notice.OTHER_PERSON);
        }
        IdentifyOutcome outcome = clave.identify(typed(request, ask, text));
        if (outcome instanceof Identified login) {
            cookies.set(response, Kind.HANDLE, login.handle().revealToken());
            return Optional.empty();
        }
        return Optional.of(Notice.of(outcome));
    }

    private LoginRequest typed(HttpServletRequest request, LoginAsk ask, Optional<SignableText> text) {
        LoginRequest typed = LoginRequest.of(request.getParameter("number"), request.getParameter("contrast"))
                .in(PageTexts.languageOf(request))
                .requiring(ask.level())
                .knownBy(cookies.browser(request));
        LoginRequest located = origins.apply(request).map(typed::from).orElse(typed);
        return text.map(signed -> located.toSign(signed.summary(), signed.text()))
                .orElse(located);
    }

    /** Where the person is known to be another one there is no use in sending a PIN. */
    private boolean isSomebodyElse(@Nullable String number) {
        return signing.reader()
                .map(reader -> reader.getPrincipal())
                .filter(ClavePrincipal.class::isInstance)
                .map(principal -> ((ClavePrincipal) principal).person())
                .filter(person -> IdentityNumber.parse(number)
                        .accepted()
                        .filter(typed -> !typed.equals(person))
                        .isPresent())
                .isPresent();
    }

    private Optional<String> pin(HttpServletRequest request, HttpServletResponse response) {
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
        return Optional.of(Notice.of(ended));
    }
}
