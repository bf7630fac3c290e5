package dev.clave.spring.security;

import static dev.clave.spring.security.ClaveLoginConfigurer.claveLogin;

import dev.clave.Clave;
import dev.clave.spring.boot.ClaveAutoConfiguration;
import dev.clave.spring.boot.ClaveProperties;
import jakarta.servlet.DispatcherType;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.web.servlet.ConditionalOnDefaultServletWebSecurity;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.util.ClassUtils;

/**
 * The rules for step-up, and a login for an application that has no {@code SecurityFilterChain} of its own: everything needs a login by clave then.
 */
@AutoConfiguration(
        after = ClaveAutoConfiguration.class,
        beforeName = {
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
        })
@ConditionalOnClass(HttpSecurity.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(Clave.class)
@ImportRuntimeHints(LoginHints.class)
public class ClaveSecurityAutoConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ClaveSecurityAutoConfiguration.class);

    private static final String ACTUATOR =
            "org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties";

    /** For the application context. */
    public ClaveSecurityAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    ClaveAuthorization claveAuthorization(ObjectProvider<SignableTexts> texts) {
        return new ClaveAuthorization((reference, reader) -> {
            SignableTexts known = texts.getIfUnique();
            return known == null ? Optional.empty() : known.find(reference, reader);
        });
    }

    /** Somebody who has chains of their own has added the starter, opens the application, and sees nothing. */
    @Bean
    SmartInitializingSingleton claveLoginReminder(ObjectProvider<SecurityFilterChain> chains) {
        return () -> {
            boolean found = chains.stream()
                    .flatMap(chain -> chain.getFilters().stream())
                    .anyMatch(ClaveStepsFilter.class::isInstance);
            if (!found) {
                LOG.warn(
                        "No SecurityFilterChain has the login by clave: add .with(claveLogin(), withDefaults()) to one of them");
            }
        };
    }

    /** Whoever is in the registry can log in here, and is no operator: the endpoints of the actuator are for a chain of the application's own. */
    private static final class Operators {
        static void rules(
                AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
            requests.requestMatchers(EndpointRequest.to("health")).permitAll();
            requests.requestMatchers(EndpointRequest.toAnyEndpoint()).denyAll();
        }
    }

    /** An application without a chain of its own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnDefaultServletWebSecurity
    static class DefaultChain {
        @Bean
        @Order(SecurityFilterProperties.BASIC_AUTH_ORDER)
        SecurityFilterChain claveSecurityFilterChain(HttpSecurity http, ClaveProperties properties) {
            ClaveProperties.Login login = properties.login();
            return http.authorizeHttpRequests(requests -> {
                        requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                        if (ClassUtils.isPresent(ACTUATOR, null)) {
                            Operators.rules(requests);
                        }
                        requests.anyRequest().authenticated();
                    })
                    .with(claveLogin(), clave -> {
                        clave.path(login.path()).defaultSuccessUrl(login.successUrl());
                        if (login.insecureCookies()) {
                            clave.insecureCookies();
                        }
                    })
                    .logout(logout -> logout.logoutSuccessHandler(signedOut(login.path())))
                    .build();
        }

        private static LogoutSuccessHandler signedOut(String page) {
            SimpleUrlLogoutSuccessHandler handler = new SimpleUrlLogoutSuccessHandler();
            handler.setDefaultTargetUrl(page + "?logout");
            handler.setRedirectStrategy(new Redirect());
            return handler;
        }

        /** Nobody has a password here: without this, Spring Boot makes a user, and prints the password. */
        @Bean
        @ConditionalOnMissingBean({UserDetailsService.class, AuthenticationManager.class, AuthenticationProvider.class})
        UserDetailsService nobodyWithPassword() {
            return name -> {
                throw new UsernameNotFoundException("nobody logs in with a password");
            };
        }
    }
}
