package dev.clave.example.office.phone;

import dev.clave.testkit.FakeDevice;
import dev.clave.testkit.FakePerson;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A phone whose app speaks to the office over HTTP. */
final class Handset {
    private static final String NAME = "Pixel 9";

    private final MockMvc mvc;
    final FakeDevice device;

    Handset(MockMvc mvc, InstantSource clock) {
        this.mvc = mvc;
        this.device = new FakeDevice(NAME, clock, this::answer);
    }

    private byte[] answer(byte[] body) {
        return post("answer", body).getContentAsByteArray();
    }

    MockHttpServletResponse post(String step, byte[] body) {
        try {
            return mvc.perform(MockMvcRequestBuilders.post("/phone/app/" + step)
                            .header("Accept-Language", "en")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andReturn()
                    .getResponse();
        } catch (Exception thrown) {
            throw new AssertionError(thrown);
        }
    }

    MockHttpServletResponse identify(FakePerson person, String contrast) {
        return post(
                "identify",
                "{\"number\":\"" + person.typedNumber() + "\",\"contrast\":\"" + contrast + "\",\"device\":" + offer()
                        + "}");
    }

    MockHttpServletResponse pin(String handle) {
        return post("pin", json(Map.of("handle", handle)));
    }

    MockHttpServletResponse activate(String handle, String pin) {
        return post("activate", "{\"handle\":\"" + handle + "\",\"pin\":\"" + pin + "\",\"device\":" + offer() + "}");
    }

    MockHttpServletResponse post(String step, String body) {
        return post(step, body.getBytes(StandardCharsets.UTF_8));
    }

    String offer() {
        return json(Map.of("sealingKey", device.sealingKey(), "signingKey", device.signingKey(), "name", NAME));
    }

    /** The value of a field of text. */
    static String field(MockHttpServletResponse response, String name) {
        String json = text(response);
        String start = "\"" + name + "\":\"";
        int from = json.indexOf(start);
        if (from < 0) {
            throw new AssertionError("no " + name + " in the answer, which has the status " + response.getStatus());
        }
        return json.substring(from + start.length(), json.indexOf('"', from + start.length()));
    }

    static String text(MockHttpServletResponse response) {
        try {
            return Objects.requireNonNull(response.getContentAsString(StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":\"" + field.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
