package dev.clave.spring.guide;

import static dev.clave.spring.security.ClaveLoginConfigurer.claveLogin;
import static org.springframework.security.config.Customizer.withDefaults;

import dev.clave.spi.Level;
import dev.clave.spring.security.ClaveAuthorization;
import dev.clave.spring.security.ClaveUser;
import dev.clave.spring.security.ClaveUsers;
import dev.clave.spring.security.SignableText;
import dev.clave.spring.security.SignableTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;

@Configuration
class Rules {
    // spotless:off
    @Bean
    SecurityFilterChain security(HttpSecurity http, ClaveAuthorization clave) {
        return http
            .authorizeHttpRequests(requests -> requests
                .requestMatchers("/", "/error").permitAll()
                .requestMatchers("/taxes/**").access(clave.atLevel(Level.ADVANCED))
                .requestMatchers("/forms/{id}/filed").access(clave.signed(request -> request.getVariables().get("id")))
                .anyRequest().authenticated())
            .formLogin(withDefaults())                             // what you have stays
            .with(claveLogin(), withDefaults())                    // and beside it: /login/clave
            .build();
    }
    // spotless:on

    // spotless:off
    @Bean
    ClaveUsers users() {
        return granted -> new ClaveUser(granted.subject(), List.of(new SimpleGrantedAuthority("ROLE_CITIZEN")));
    }
    // spotless:on

    // spotless:off
    @Bean
    SignableTexts forms(Map<String, String> drafts) {
        return (reference, reader) -> Optional.ofNullable(drafts.get(reader.getName() + "/" + reference))
            .map(text -> new SignableText("Form " + reference, text));
    }
    // spotless:on

    @Bean
    Map<String, String> drafts() {
        return Map.of("citizen-ana/17", "I ask for a place in the nursery.");
    }
}
