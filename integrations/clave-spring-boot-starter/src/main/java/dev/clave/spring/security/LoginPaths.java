package dev.clave.spring.security;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Where a login is.
 *
 * @param base what its forms are sent under, and where the default page is
 * @param page where its page is
 * @param target where people go who came for the login itself
 */
record LoginPaths(String base, String page, String target) {
    LoginPaths {
        require(base);
        require(page);
        require(target);
    }

    private static void require(String path) {
        if (!path.matches("/(?![/\\\\])[!-~]*")) {
            throw new IllegalArgumentException("a path begins with one slash, in ASCII, such as /login/clave");
        }
    }

    boolean isDefault() {
        return page.equals(base);
    }

    RequestMatcher post(String step) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, base + step);
    }

    /** Where nothing is to be seen, and people come all the same: by the address of a form, by loading its answer again, by a slash too many. */
    RequestMatcher besides() {
        List<RequestMatcher> forms = Stream.of("/number", "/identify", "/pin", "/access", "/cancel")
                .map(step -> get(base + step))
                .toList();
        return page.endsWith("/")
                ? new OrRequestMatcher(forms)
                : new OrRequestMatcher(get(page + "/"), new OrRequestMatcher(forms));
    }

    static RequestMatcher get(String path) {
        RequestMatcher get = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, path);
        RequestMatcher head = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.HEAD, path);
        return request -> get.matches(request) || head.matches(request);
    }

    /** Every path of the login's own. */
    RequestMatcher all() {
        RequestMatcher forms = PathPatternRequestMatcher.withDefaults().matcher(base + "/**");
        RequestMatcher pages = PathPatternRequestMatcher.withDefaults().matcher(page);
        return request -> forms.matches(request) || pages.matches(request);
    }
}
