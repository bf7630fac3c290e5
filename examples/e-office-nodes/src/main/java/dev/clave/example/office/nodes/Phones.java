package dev.clave.example.office.nodes;

import dev.clave.example.office.phone.Inboxes;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;

/** What has arrived on the phones of the town, whichever node has sent it: a bean of the parent context. */
final class Phones {
    @Bean
    Inboxes inboxes(ObjectProvider<InstantSource> clock) {
        return new Inboxes(clock.getIfUnique(InstantSource::system));
    }
}
