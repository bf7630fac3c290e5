package dev.clave.example.office.phone;

import dev.clave.example.office.web.Headers;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The phone is another device than the browser of the office, and shares nothing with its session. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class PhoneConfiguration implements WebMvcConfigurer {

    /**
     * A chain of its own, before the office's. It needs no protection against forged requests from other sites: no cookie and no session has a
     * say here. What authorises is in the body, a handle or the signature of a device, which another site has not; and the body is JSON, which
     * a form of another site cannot send.
     */
    @Bean
    @Order(1)
    SecurityFilterChain phone(HttpSecurity http) {
        return http.securityMatcher("/phone", "/phone/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(Headers.strict())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** The phones; nodes that share a town have one made elsewhere. */
    @Bean
    @ConditionalOnMissingBean
    Inboxes inboxes(ObjectProvider<InstantSource> clock) {
        return new Inboxes(clock.getIfUnique(InstantSource::system));
    }

    /** Scripts, styles and icons lie beside the templates and not under static/, from where every profile would serve them. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/phone/*").addResourceLocations("classpath:/templates/phone/assets/");
    }
}
