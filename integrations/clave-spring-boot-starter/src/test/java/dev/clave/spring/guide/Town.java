package dev.clave.spring.guide;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application as it was before. */
@SpringBootApplication
class Town {
    public static void main(String[] arguments) {
        SpringApplication.run(Town.class, arguments);
    }
}
