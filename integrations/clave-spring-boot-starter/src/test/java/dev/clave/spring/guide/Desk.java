package dev.clave.spring.guide;

import dev.clave.spring.security.ClavePrincipal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pages and methods behind the login. */
final class Desk {
    private Desk() {}

    // spotless:off
    @RestController
    static class Pages {
        @GetMapping("/inside")
        String inside(@AuthenticationPrincipal ClavePrincipal who) {
            return "Hello " + who.person().masked();
        }
    }
    // spotless:on

    // spotless:off
    @Service
    static class Refunds {
        @PreAuthorize("@claveAuthorization.atLevel(authentication, 'ADVANCED')")
        public String refund() {
            return "refunded";
        }
    }
    // spotless:on
}
