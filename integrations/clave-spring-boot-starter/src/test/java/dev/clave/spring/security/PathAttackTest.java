package dev.clave.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spring.security.Browser.Page;
import dev.clave.testkit.FakePeople;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, methods and headers in other clothes, under a context path. */
class PathAttackTest {
    private static final Office OFFICE = Office.open(
            Map.of("server.servlet.context-path", "/app", "management.endpoints.web.exposure.include", "*"));

    private final Browser browser = OFFICE.browser();

    @BeforeEach
    void tomorrow() {
        OFFICE.clock.advance(Duration.ofDays(10));
    }

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    private Page pinPage() {
        return OFFICE.askPin(browser.get("/app/login/clave"), FakePeople.ANA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/../evil",
                "/app/%2e%2e/evil",
                "/app/%2E./evil",
                "/app/.%2e/evil",
                "/app/..;/evil",
                "/app/..;x=y/evil",
                "/app/x/%2e%2e/%2e%2e/evil",
                "/app/%252e%252e/evil",
                "/app//evil",
                "/apple/evil",
                "/app/?x=//evil"
            })
    void nobody_is_sent_out_of_the_context(String target) {
        Page pin = pinPage();
        browser.cookies.put(
                "__Host-clave-return",
                Base64.getUrlEncoder().withoutPadding().encodeToString(target.getBytes(StandardCharsets.UTF_8)));
        String location = pin.post("/access", "pin", OFFICE.pin(FakePeople.ANA)).header("Location");
        // as a browser reads it: %2e is a dot
        String read = java.net
                .URI
                .create(location.replaceAll("(?i)%2e", ".").replaceAll("\\.\\.;[^/]*", ".."))
                .normalize()
                .toString();
        assertThat(read).startsWith("/app/");
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("localhost", OFFICE.port(0))) {
            socket.setSoTimeout(5000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/login/clave/access",
                "/app/login/clave/access/",
                "/app//login/clave/access",
                "//app/login/clave/access",
                "/app/login/clave;x=y/access",
                "/app/login/clave/access;x=y",
                "/app/login%2fclave/access",
                "/app/login/%63lave/access",
                "/app/LOGIN/clave/access",
                "/app/login/./clave/access",
                "/app/x/../login/clave/access",
                "/app/login/clave/%2e/access",
                "/app/login/clave/access%00",
                "/app/login/clave/access%20",
                "/app/login/clave/access.json",
                "/app;v=1/login/clave/access",
                "/%61pp/login/clave/access",
                "http://evil.example/app/login/clave/access"
            })
    void no_spelling_of_the_path_grants_without_a_csrf_token(String path) throws Exception {
        pinPage();
        for (String method : new String[] {"POST", "PUT", "GET", "HEAD", "PATCH", "OPTIONS", "post"}) {
            String body = "pin=" + OFFICE.pin(FakePeople.ANA);
            String answer = raw(
                    method + " " + path + "?" + body + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: "
                            + "__Host-clave-login=" + browser.cookie("__Host-clave-login")
                            + "; __Host-clave-csrf=x; $Version=1,__Host-clave-csrf=y"
                            + "\r\nX-Forwarded-Prefix: /evil\r\nX-Original-URL: /evil\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                            + body.length() + "\r\n\r\n"
                            + body);
            assertThat(answer).doesNotContain("inside");
        }
        assertThat(OFFICE.clave
                        .status(dev.clave.LoginHandle.of(browser.cookie("__Host-clave-login")))
                        .toString())
                .contains("PinSent");
    }
}
