package dev.clave.example.office;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The office, on http://localhost:8080. Without a profile it plays: invented people, a phone in the browser. */
@SpringBootApplication
public class EOffice {

    /**
     * Starts it.
     *
     * @param args properties, such as {@code --server.port=9090}
     */
    public static void main(String[] args) {
        SpringApplication office = new SpringApplication(EOffice.class);
        office.setDefaultProperties(Map.of("spring.profiles.active", "demo"));
        office.run(args);
    }
}
