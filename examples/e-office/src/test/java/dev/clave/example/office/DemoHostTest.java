package dev.clave.example.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.example.office.Visitor.Page;
import dev.clave.testkit.FakePeople;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo shows PINs, and so only to who sits before it. */
class DemoHostTest extends OpenOffice {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/phone?of=ana", "/phone/app", "/icon.svg"})
    void a_name_that_was_made_to_point_here_is_not_answered(String path) throws IOException {
        assertThat(RawRequest.get(port, path, "Host: evil.example:" + port)).startsWith("HTTP/1.1 421");
        assertThat(RawRequest.get(port, path, "Host: localhost:" + port)).startsWith("HTTP/1.1 200");
    }

    @Test
    void a_device_that_is_none_of_the_persons_is_deactivated_in_vain() {
        Visitor ana = visitor();
        Page data = inside(ana, FakePeople.ANA);
        Map<String, String> fields = new java.util.HashMap<>(data.fields("Sign out"));
        for (String device : new String[] {"", "zz", "<script>", "A".repeat(10_000)}) {
            fields.put("device", device);
            Page answer = ana.once("POST", "/my-data/app/deactivate", fields);
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).isEqualTo("/my-data");
        }
    }
}
