package dev.clave.example.office.web;

import dev.clave.Clave;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spring.security.ClaveAuthenticationToken;
import dev.clave.spring.security.ClavePrincipal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The procedure that needs identification: what was proven, and the app that is active. */
@Controller
class MyDataController {
    private final Clave clave;
    private final boolean hasApps;

    MyDataController(Clave clave, ObjectProvider<DeviceRegistry> apps) {
        this.clave = clave;
        this.hasApps = apps.getIfAvailable() != null;
    }

    @GetMapping("/my-data")
    String show(ClaveAuthenticationToken proven, @AuthenticationPrincipal ClavePrincipal person, Model model) {
        model.addAttribute("proven", proven);
        model.addAttribute("number", person.person().masked());
        if (hasApps) {
            model.addAttribute(
                    "apps", clave.devices().of(person.person()).stream().toList());
        }
        return "my-data";
    }

    @PostMapping("/my-data/app/deactivate")
    String deactivate(@RequestParam("device") String device, @AuthenticationPrincipal ClavePrincipal person) {
        clave.devices().of(person.person()).stream()
                .map(Device::id)
                .filter(active -> active.hex().equals(device))
                .forEach(active -> clave.devices().deactivate(person.person(), active, "e-office"));
        return "redirect:/my-data";
    }
}
