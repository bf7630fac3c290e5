package dev.clave.example.office.demo;

import dev.clave.example.office.demo.Neighbours.Neighbour;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Has the pages of the office list whom a visitor can play. */
@ControllerAdvice
@Profile("demo")
class NeighboursOnPages {
    private final Neighbours neighbours;

    NeighboursOnPages(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @ModelAttribute("neighbours")
    List<Neighbour> neighbours() {
        return neighbours.all();
    }
}
