package dev.clave.spring.guide;

import dev.clave.spring.security.LoginView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

// spotless:off
@Controller
class Entrance {
    @GetMapping("/entrar")
    String page(@RequestAttribute(LoginView.ATTRIBUTE) LoginView login, Model model) {
        model.addAttribute("login", login);
        return "entrar";
    }
}
// spotless:on
