package dev.clave.example.office.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The start page: what can be done here. */
@Controller
class HomeController {
    @GetMapping("/")
    String home(
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            @Nullable Authentication somebody,
            Model model) {
        model.addAttribute("signedOut", signedOut != null && somebody == null);
        return "home";
    }

    @GetMapping("/help")
    String help() {
        return "help";
    }
}
