package dev.clave.example.office.web;

import dev.clave.spi.Language;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** What the frame of every page shows. */
@ControllerAdvice
class Pages {
    private static final List<String> KEPT = List.of("sign", "level", "renew", "of");

    private final boolean demo;

    Pages(Environment environment) {
        demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /**
     * A language that can be chosen.
     *
     * @param tag its tag
     * @param name its name, in itself
     * @param current whether the page is in it
     * @param href this page in it
     */
    record Choice(String tag, String name, boolean current, String href) {}

    @ModelAttribute("demo")
    boolean demo() {
        return demo;
    }

    /** Looking at a page changes nothing, and needs no token: what it is refused for is that it is somebody else's, or gone. */
    @ModelAttribute("looked")
    boolean looked(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        return "GET".equals(failed == null ? request.getMethod() : failed);
    }

    @ModelAttribute("language")
    String language(HttpServletRequest request) {
        return Languages.of(request).tag();
    }

    @ModelAttribute("languages")
    List<Choice> languages(HttpServletRequest request) {
        Language current = Languages.of(request);
        return Stream.of(Language.values())
                .map(language ->
                        new Choice(language.tag(), nameOf(language), language == current, href(request, language)))
                .toList();
    }

    @ModelAttribute("inside")
    boolean inside(@Nullable Authentication somebody) {
        return somebody != null && somebody.isAuthenticated();
    }

    private static String nameOf(Language language) {
        Locale locale = Languages.locale(language);
        return switch (language) {
            case CA_VALENCIA -> "Valencià";
            default -> {
                String name = locale.getDisplayLanguage(locale);
                yield name.substring(0, 1).toUpperCase(locale) + name.substring(1);
            }
        };
    }

    /** A request that has failed is not sent again for another language: what was wrong with it would be wrong again. */
    private static String pathOf(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR ? "/" : request.getServletPath();
    }

    /** The same page: of its parameters only those that name what it is about. */
    private static String href(HttpServletRequest request, Language language) {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath(request.getContextPath() + pathOf(request));
        Map<String, String> kept = new HashMap<>();
        for (String name : request.getDispatcherType() == DispatcherType.ERROR ? List.<String>of() : KEPT) {
            Optional.ofNullable(request.getParameter(name)).ifPresent(value -> {
                kept.put(name, value);
                page.queryParam(name, "{" + name + "}");
            });
        }
        return page.queryParam("lang", language.tag())
                .encode()
                .buildAndExpand(kept)
                .toUriString();
    }
}
