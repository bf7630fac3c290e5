package dev.clave.example.office.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever has started the demo where it is. */
@Component
@Profile("demo")
class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    @EventListener
    void open(WebServerInitializedEvent event) {
        int port = event.getWebServer().getPort();
        LOG.info(
                "The e-Office is open: http://localhost:{} (its phone: http://localhost:{}/phone). Ctrl+C closes it.",
                port,
                port);
    }
}
