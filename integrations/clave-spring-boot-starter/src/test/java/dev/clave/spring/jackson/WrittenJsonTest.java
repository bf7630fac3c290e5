package dev.clave.spring.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import dev.clave.BrowserToken;
import dev.clave.DeviceToken;
import dev.clave.Granted;
import dev.clave.LoginHandle;
import dev.clave.NewDevice;
import dev.clave.Origin;
import dev.clave.Purpose;
import dev.clave.identity.IdentityNumber;
import dev.clave.identity.TypedContrast;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceKeys;
import dev.clave.spi.HostKey;
import dev.clave.spi.Language;
import dev.clave.spi.Level;
import dev.clave.spi.PhoneNumber;
import dev.clave.spi.PinMessage;
import dev.clave.spi.PushAddress;
import dev.clave.spi.Route;
import dev.clave.spi.Secret;
import dev.clave.spi.SendId;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.LeakDetector;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

class WrittenJsonTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final FakePerson BREIXO = FakePeople.BREIXO;
    private static final FakePerson CAROL = FakePeople.CAROL;
    private static final String TOKEN = "c2VjcmV0LXRva2VuLW9mLWEtYnJvd3Nlcg";
    private static final HostKey KEY = FakeKeyRing.fixed().current();

    private static final Map<Object, String> WRITTEN = written();

    private final LeakDetector leaks = new LeakDetector()
            .watch(ANA)
            .watch(BREIXO)
            .watch(CAROL)
            .watch("token", TOKEN)
            .watch("PIN", "H4X7QK")
            .watch("subject", ANA.subject())
            .watch("name of a device", "Ana's Pixel")
            .watch(KEY);

    record Wrapped(Object value, Optional<Object> perhaps, List<Object> several) {}

    record Tagged(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object value) {}

    record Broken(int it) {
        @Override
        public int it() {
            throw new IllegalStateException("broken on purpose");
        }
    }

    private static Map<Object, String> written() {
        Map<Object, String> written = new LinkedHashMap<>();
        written.put(ANA.number(), "***9901**");
        written.put(CAROL.number(), "****9910*");
        written.put(ANA.person().contrast(), "ValidityDate[redacted]");
        written.put(BREIXO.person().contrast(), "IssueDate[redacted]");
        written.put(CAROL.person().contrast(), "SupportNumber[redacted]");
        written.put(
                TypedContrast.parse(ANA.number(), ANA.typedContrast())
                        .accepted()
                        .orElseThrow(),
                "TypedContrast[redacted]");
        written.put(ANA.phone(), "******018");
        written.put(PushAddress.of(TOKEN), "PushAddress[redacted]");
        written.put(Secret.of("H4X7QK"), "Secret[redacted]");
        written.put(LoginHandle.of(TOKEN), "LoginHandle[redacted]");
        written.put(BrowserToken.of(TOKEN), "BrowserToken[redacted]");
        written.put(DeviceToken.of(TOKEN), "DeviceToken[redacted]");
        written.put(Origin.of(address()), "Origin[redacted]");
        written.put(NewDevice.of("", "", "Ana's Pixel", TOKEN), "NewDevice[redacted]");
        written.put(KEY, "HostKey[" + KEY.id() + "]");
        return written;
    }

    private static InetAddress address() {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 77});
        } catch (UnknownHostException never) {
            throw new AssertionError(never);
        }
    }

    static List<JsonMapper> mappers() {
        JacksonModule module = new ClaveJsonModule();
        return List.of(
                JsonMapper.builder().addModule(module).build(),
                JsonMapper.builder()
                        .addModule(module)
                        .changeDefaultVisibility(all -> all.withVisibility(PropertyAccessor.ALL, Visibility.ANY))
                        .build(),
                JsonMapper.builder()
                        .addModule(module)
                        .activateDefaultTyping(
                                BasicPolymorphicTypeValidator.builder()
                                        .allowIfBaseType(Object.class)
                                        .build(),
                                DefaultTyping.NON_FINAL)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void each_type_is_written_as_it_prints(JsonMapper json) {
        WRITTEN.forEach((value, form) -> assertThat(json.writeValueAsString(value))
                .as(value.getClass().getSimpleName())
                .contains('"' + form + '"'));
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void nothing_more_comes_out_wherever_it_stands(JsonMapper json) {
        WRITTEN.forEach((value, form) -> {
            List<Object> places = new ArrayList<>(List.of(
                    new Wrapped(value, Optional.of(value), List.of(value)),
                    new Tagged(value),
                    new Object[] {value},
                    Map.of("it", value),
                    Map.of(value, 1)));
            for (Object place : places) {
                String text = json.writeValueAsString(place);
                assertThat(text).contains('"' + form + '"');
                leaks.check(text, json.valueToTree(place), json.writeValueAsBytes(place));
            }
        });
    }

    @Test
    void the_key_of_a_map_is_masked() {
        JsonMapper json = mappers().get(0);
        assertThat(json.writerFor(json.getTypeFactory().constructMapType(Map.class, IdentityNumber.class, List.class))
                        .writeValueAsString(Map.of(ANA.number(), List.of(ANA.phone()))))
                .isEqualTo("{\"***9901**\":[\"******018\"]}");
        assertThat(json.writeValueAsString(Map.of(ANA.phone(), ANA.number())))
                .isEqualTo("{\"******018\":\"***9901**\"}");
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void the_records_that_carry_them_write_neither_more_nor_the_hosts_own_id(JsonMapper json) {
        Granted granted = new Granted(
                ANA.number(),
                ANA.subject(),
                Level.BASIC,
                Route.SMS,
                Purpose.identification(),
                Instant.EPOCH,
                BrowserToken.of(TOKEN));
        byte[] sealing = new byte[DeviceKeys.BYTES];
        byte[] signing = new byte[DeviceKeys.BYTES];
        Arrays.fill(sealing, (byte) 4);
        signing[0] = 4;
        Device device = new Device(
                new DeviceId(1, 2),
                DeviceKeys.of(sealing, signing),
                "Ana's Pixel",
                Optional.of(PushAddress.of(TOKEN)),
                Instant.EPOCH);
        PinMessage message = new PinMessage(
                new SendId("send-1"),
                ANA.phone(),
                Language.ES,
                Secret.of("Su PIN: H4X7QK"),
                Secret.of("H4X7QK"),
                Instant.EPOCH);
        String text = json.writeValueAsString(List.of(ANA.person(), granted, device, message));
        assertThat(text).contains("******018", "***9901**", "BrowserToken[redacted]", "Secret[redacted]", "send-1");
        leaks.check(text);
    }

    @Test
    void an_exception_while_writing_names_the_key_masked() {
        JsonMapper json = mappers().get(0);
        RuntimeException failure = failure(() -> json.writeValueAsString(Map.of(ANA.number(), new Broken(1))));
        assertThat(failure).hasMessageContaining("***9901**");
        leaks.check(failure);
    }

    static RuntimeException failure(Runnable code) {
        try {
            code.run();
        } catch (RuntimeException failure) {
            return failure;
        }
        throw new AssertionError("it did not fail");
    }

    @Test
    void what_is_converted_is_masked_too() {
        JsonMapper json = mappers().get(0);
        assertThat(json.convertValue(ANA.number(), String.class)).isEqualTo("***9901**");
        RuntimeException failure = failure(() -> json.convertValue(List.of(ANA.phone()), PhoneNumber[].class));
        leaks.check(failure);
    }
}
