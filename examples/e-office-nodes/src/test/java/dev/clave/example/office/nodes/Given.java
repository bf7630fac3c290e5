package dev.clave.example.office.nodes;

import dev.clave.Budget;
import dev.clave.example.office.EOffice;
import dev.clave.example.office.demo.Town;
import dev.clave.spring.boot.PinPolicyCustomizer;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakeSmsGateway;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.filter.OncePerRequestFilter;

/** The office on two nodes, with a clock that is moved by hand and nodes that say whom they see. */
final class Given implements AutoCloseable {
    /** How often an address may ask who somebody is before it is told to wait: few, to be soon at the end. */
    static final int IDENTIFICATIONS = 20;

    private final LoginServer logins;
    private final OfficeOnNodes office;

    private Given(LoginServer logins) {
        this.logins = logins;
        this.office = open(0, logins);
    }

    static Given over(String server) {
        LoginServer logins = LoginServer.start(server);
        // For tests that are broken off.
        Runtime.getRuntime().addShutdownHook(new Thread(logins::close));
        return new Given(logins);
    }

    private static OfficeOnNodes open(int port, LoginServer logins) {
        return OfficeOnNodes.start(
                port, logins, List.of(Town.class, Moments.class), List.of(EOffice.class, Rules.class, Seen.class));
    }

    /** One more over the same server, at a port. */
    OfficeOnNodes another(int port) {
        return open(port, logins);
    }

    OfficeOnNodes office() {
        return office;
    }

    /** One that comes as everybody does, to the proxy. */
    Browser browser() {
        return new Browser(office.port());
    }

    /** At the page on which a PIN is typed, which has arrived. */
    Browser askPin(FakePerson person) {
        Browser browser = browser();
        browser.get("/my-data");
        browser.identify(person);
        browser.obtainPin();
        return browser;
    }

    String pin(FakePerson person) {
        return office.inTown(FakeSmsGateway.class).phoneOf(person).lastPin();
    }

    String wrongPin(FakePerson person) {
        String pin = pin(person);
        return (pin.charAt(0) == 'A' ? 'B' : 'A') + pin.substring(1);
    }

    int received(FakePerson person) {
        return office.inTown(FakeSmsGateway.class).phoneOf(person).received();
    }

    /** All budgets are full again. */
    void later() {
        office.inTown(FakeClock.class).advance(Duration.ofDays(2));
    }

    @Override
    public void close() {
        office.close();
        logins.close();
    }

    /** The clock of both nodes. */
    static final class Moments {
        @Bean
        FakeClock clock() {
            return new FakeClock(Instant.now());
        }
    }

    /** The rules of both nodes. */
    static final class Rules {
        /** How many nodes there are. */
        static final AtomicInteger NODES = new AtomicInteger();

        @Bean
        DisposableBean counted() {
            NODES.incrementAndGet();
            return NODES::decrementAndGet;
        }

        @Bean
        PinPolicyCustomizer fewIdentifications() {
            return policy -> policy.identifications(new Budget(IDENTIFICATIONS, Duration.ofHours(1)));
        }
    }

    /** Tells what a node takes a client for. */
    static final class Seen extends OncePerRequestFilter {
        static final String HEADER = "Seen";

        Seen() {}

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            response.setHeader(
                    HEADER, request.getRemoteAddr() + " " + request.getScheme() + " " + request.getServerName());
            chain.doFilter(request, response);
        }
    }
}
