package dev.clave.example.office.phone;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox of a phone that lies beside the screen. */
@Controller
@Profile("demo")
class PhoneController {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.of("Europe/Madrid"));

    private final Inboxes inboxes;

    PhoneController(Inboxes inboxes) {
        this.inboxes = inboxes;
    }

    /**
     * A line of the inbox.
     *
     * @param arrival the message
     * @param time the time of day at which it came
     */
    record Line(Arrival arrival, String time) {}

    @GetMapping("/phone")
    String inbox(@RequestParam("of") Optional<String> of, Model model, HttpServletResponse response) {
        return look(of, model, response, "phone/inbox");
    }

    /** The list alone, for the script of the page. */
    @GetMapping("/phone/messages")
    String messages(@RequestParam("of") Optional<String> of, Model model, HttpServletResponse response) {
        return look(of, model, response, "phone/inbox :: messages");
    }

    private String look(Optional<String> of, Model model, HttpServletResponse response, String view) {
        Optional<Owner> owner = of.flatMap(Owner::called);
        if (of.isPresent() && owner.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        model.addAttribute("owners", Owner.ALL);
        model.addAttribute("unknown", of.isPresent());
        owner.ifPresent(known -> model.addAttribute("owner", known));
        model.addAttribute("lines", owner.map(this::lines).orElse(List.of()));
        return view;
    }

    private List<Line> lines(Owner owner) {
        return inboxes.of(owner.phone()).stream()
                .map(arrival -> new Line(arrival, TIME.format(arrival.at())))
                .toList();
    }
}
