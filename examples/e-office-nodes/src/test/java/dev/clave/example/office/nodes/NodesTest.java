package dev.clave.example.office.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.net.BindException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What two nodes owe a person, whatever server is behind them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NodesTest {
    private static final int ROUNDS = 10;

    private final String server;
    private Given given;
    private OfficeOnNodes office;

    NodesTest(String server) {
        this.server = server;
    }

    @BeforeAll
    void start() {
        given = Given.over(server);
        office = given.office();
    }

    @AfterAll
    void stop() {
        given.close();
    }

    @BeforeEach
    void budgets_are_full() {
        given.later();
    }

    @Test
    void a_login_of_which_each_step_goes_to_the_other_node_ends_inside() {
        Browser browser = given.browser();
        browser.get("/my-data");
        String first = browser.identify(FakePeople.ANA).node();
        String second = browser.obtainPin().node();
        String third = browser.access(given.pin(FakePeople.ANA)).node();
        assertThat(second).isNotEqualTo(first);
        assertThat(third).isNotEqualTo(second);
        assertThat(isInside(browser)).isTrue();
    }

    @Test
    void who_is_inside_stays_on_the_node_that_has_the_session() {
        Browser browser = given.askPin(FakePeople.ANA);
        String node = browser.access(given.pin(FakePeople.ANA)).node();
        assertThat(browser.cookies()).containsKey(Node.cookie(node));
        for (int i = 0; i < 5; i++) {
            assertThat(browser.get("/my-data").header(NodeName.HEADER)).isEqualTo(node);
        }
        assertThat(browser.get("/").body()).contains("Answered by node " + node);
    }

    @Test
    void a_wrong_pin_on_one_node_counts_on_the_other() {
        Browser browser = given.askPin(FakePeople.BREIXO);
        for (String node : List.of("a", "b", "a")) {
            browser.at(office.port(node)).access(given.wrongPin(FakePeople.BREIXO));
        }
        for (String node : List.of("b", "a")) {
            Browser again = browser.copyAt(office.port(node));
            again.post("access", "pin", given.pin(FakePeople.BREIXO));
            assertThat(isInside(again)).as(node).isFalse();
        }
    }

    @Test
    void a_pin_that_is_used_on_both_nodes_at_once_is_granted_once() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Browser browser = given.askPin(FakePeople.CAROL);
            String pin = given.pin(FakePeople.CAROL);
            List<Browser> both = List.of(browser.copyAt(office.port("a")), browser.copyAt(office.port("b")));
            atOnce(both, one -> one.access(pin));
            assertThat(both.stream().filter(NodesTest::isInside))
                    .as("round %d", round)
                    .hasSize(1);
            given.later();
        }
    }

    private static void atOnce(List<Browser> browsers, Consumer<Browser> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(browsers.size());
        ExecutorService threads = Executors.newFixedThreadPool(browsers.size());
        try {
            List<Callable<Boolean>> all = browsers.stream()
                    .<Callable<Boolean>>map(browser -> () -> {
                        start.await();
                        work.accept(browser);
                        return true;
                    })
                    .toList();
            for (Future<Boolean> one : threads.invokeAll(all)) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void when_a_node_ends_in_the_middle_of_a_login_the_other_goes_on() {
        Browser browser = given.browser();
        browser.get("/my-data");
        String gone = browser.identify(FakePeople.DIETER).node();
        office.stopNode(gone);
        try {
            assertThat(browser.obtainPin().node()).isNotEqualTo(gone);
            assertThat(browser.access(given.pin(FakePeople.DIETER)).node()).isNotEqualTo(gone);
            assertThat(isInside(browser)).isTrue();
        } finally {
            office.startNode(gone);
        }
    }

    @Test
    void whose_node_ends_logs_in_anew_on_the_other_and_stays_there_when_the_first_is_back() {
        Browser browser = given.askPin(FakePeople.EDURNE);
        String gone = browser.access(given.pin(FakePeople.EDURNE)).node();
        office.stopNode(gone);
        try {
            assertThat(isInside(browser)).isFalse();
            assertThat(browser.cookies()).doesNotContainKey(Node.cookie(gone));
            given.later();
            browser.identify(FakePeople.EDURNE);
            browser.obtainPin();
            browser.access(given.pin(FakePeople.EDURNE));
            assertThat(isInside(browser)).isTrue();
        } finally {
            office.startNode(gone);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(isInside(browser)).isTrue();
        }
    }

    @Test
    void what_a_client_says_of_where_it_comes_from_does_not_get_past_the_proxy() {
        for (String claim : List.of(
                "X-Forwarded-For: 203.0.113.9",
                "x-forwarded-for: 203.0.113.9, 127.0.0.2",
                "Forwarded: for=203.0.113.9;proto=https;host=evil.example",
                "X-Real-IP: 203.0.113.9",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Server: evil.example")) {
            Browser browser = new Browser("127.0.0.5", office.port()).claiming(claim);
            assertThat(browser.get("/").header(Given.Seen.HEADER)).as(claim).isEqualTo("127.0.0.5 http localhost");
        }
    }

    @Test
    void a_node_believes_the_declared_proxy_and_nobody_else() {
        String[] claims = {"X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: https", "X-Forwarded-Host: 127.0.0.1"};
        for (String node : List.of("a", "b")) {
            int port = office.port(node);
            assertThat(seen(new Browser("127.0.0.2", port).claiming(claims))).isEqualTo("203.0.113.9 https 127.0.0.1");
            assertThat(seen(new Browser("127.0.0.6", port).claiming(claims))).isEqualTo("127.0.0.6 http localhost");
            assertThat(seen(new Browser("127.0.0.1", port).claiming(claims))).isEqualTo("127.0.0.1 http localhost");
        }
    }

    private static String seen(Browser browser) {
        return browser.get("/").header(Given.Seen.HEADER);
    }

    @Test
    void whoever_invents_addresses_uses_up_the_budget_of_their_own_alone() {
        for (int i = 0; i < Given.IDENTIFICATIONS; i++) {
            Browser guessing = new Browser("127.0.0.7", office.port()).claiming("X-Forwarded-For: 203.0.113." + i);
            guessing.get("/my-data");
            guessing.identify(FakePeople.ULISES);
        }
        assertThat(isSentPin("127.0.0.7", FakePeople.FERRAN)).isFalse();
        assertThat(isSentPin("127.0.0.8", FakePeople.FERRAN)).isTrue();
    }

    private boolean isSentPin(String from, FakePerson person) {
        int before = given.received(person);
        Browser browser = new Browser(from, office.port()).claiming("X-Forwarded-For: 203.0.113.200");
        browser.get("/my-data");
        browser.identify(person);
        browser.post("pin");
        return given.received(person) > before;
    }

    @Test
    void an_office_whose_port_is_taken_does_not_open_and_leaves_no_node_behind() {
        assertThatThrownBy(() -> given.another(office.port())).hasRootCauseInstanceOf(BindException.class);
        assertThat(Given.Rules.NODES).hasValue(2);
    }

    @Test
    void a_request_for_another_host_reaches_no_node() {
        Wire wire = new Wire("127.0.0.1", office.port());
        assertThat(wire.send("GET", "/", List.of("Host: evil.example"), "").status())
                .isEqualTo(421);
        assertThat(wire.send("GET", "/", List.of("Host: localhost", "Host: evil.example"), "")
                        .all(NodeName.HEADER))
                .isEmpty();
    }

    private static boolean isInside(Browser browser) {
        Wire.Answer page = browser.get("/my-data");
        return page.status() == 200 && !page.body().contains("/login/clave/");
    }
}
