package dev.clave.example.office.web;

import static dev.clave.spring.security.ClaveLoginConfigurer.claveLogin;

import dev.clave.spring.security.ClaveAuthorization;
import dev.clave.spring.security.ClaveLoginConfigurer;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Who may see which page. */
@Configuration(proxyBeanMethods = false)
class Doors {
    private static final String[] OPEN = {"/", "/login", "/help", "/office.css", "/office.js", "/icon.svg"};

    @Bean
    SecurityFilterChain office(HttpSecurity http, ClaveAuthorization clave, Claims claims, PlainCookies plain) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/claim/{id}/filed")
                        .access(signed(clave, claims))
                        .anyRequest()
                        .authenticated())
                .with(claveLogin(), login -> login(login, plain))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/?signed-out"))
                .headers(Headers.strict())
                .build();
    }

    /** A claim is signed to be filed, and once: who comes back to it sees the receipt. */
    private static AuthorizationManager<RequestAuthorizationContext> signed(ClaveAuthorization clave, Claims claims) {
        AuthorizationManager<RequestAuthorizationContext> now = clave.signed(Doors::claim);
        return (who, request) -> claims.isFiled(claim(request), who.get())
                ? new AuthorizationDecision(true)
                : now.authorize(who, request);
    }

    private static String claim(RequestAuthorizationContext request) {
        return request.getVariables().getOrDefault("id", "");
    }

    private static void login(ClaveLoginConfigurer login, PlainCookies plain) {
        login.loginPage("/login").languages(Languages::of);
        if (plain.allowed()) {
            login.insecureCookies();
        }
    }
}
