package dev.clave.spring.jackson;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.clave.BrowserToken;
import dev.clave.DeviceToken;
import dev.clave.Granted;
import dev.clave.LoginHandle;
import dev.clave.NewDevice;
import dev.clave.Origin;
import dev.clave.identity.ContrastData;
import dev.clave.identity.Dni;
import dev.clave.identity.IdentityNumber;
import dev.clave.identity.IssueDate;
import dev.clave.identity.Nie;
import dev.clave.identity.Parsed;
import dev.clave.identity.Problem;
import dev.clave.identity.SupportNumber;
import dev.clave.identity.TypedContrast;
import dev.clave.identity.ValidityDate;
import dev.clave.spi.Device;
import dev.clave.spi.HostKey;
import dev.clave.spi.Person;
import dev.clave.spi.PhoneNumber;
import dev.clave.spi.PushAddress;
import dev.clave.spi.Secret;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.module.SimpleModule;

/**
 * Identity types, secrets and tokens in the JSON of Jackson 3, as values and as keys of maps.
 *
 * <p>They are written as they print: masked where there is a masked form, else their type alone. They are read as a person types them, by
 * the readers of {@link dev.clave.identity}; what cannot be read is a {@link MistypedJsonException}, which quotes nothing. Types that no
 * document may bring ({@link Origin}, {@link HostKey}, {@link NewDevice}, {@link TypedContrast}, and a {@link ContrastData} whose kind is
 * not named) are not read at all. Of a {@link Person} and of a {@link Granted} the host's own id is not written, of a {@link Device} not
 * its name.
 *
 * <p>Two people can have the same masked number, so a map by number may be written with a key that stands twice: write a list.
 *
 * <p>Spring Boot takes it from its bean. Elsewhere: {@code JsonMapper.builder().addModule(new ClaveJsonModule())}.
 */
public final class ClaveJsonModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    private final transient Set<Class<?>> types = new HashSet<>();

    /** The module; it has no settings. */
    public ClaveJsonModule() {
        super("clave");
        read(IdentityNumber.class, IdentityNumber::parse);
        read(Dni.class, typed -> only(Dni.class, IdentityNumber.parse(typed)));
        read(Nie.class, typed -> only(Nie.class, IdentityNumber.parse(typed)));
        read(ValidityDate.class, ValidityDate::parse);
        read(IssueDate.class, IssueDate::parse);
        read(SupportNumber.class, SupportNumber::parse);
        read(PhoneNumber.class, typed -> form(PhoneNumber::of, typed));
        read(PushAddress.class, typed -> form(PushAddress::of, typed));
        read(Secret.class, typed -> form(Secret::of, typed));
        read(LoginHandle.class, typed -> form(LoginHandle::of, typed));
        read(BrowserToken.class, typed -> form(BrowserToken::of, typed));
        read(DeviceToken.class, typed -> form(DeviceToken::of, typed));
        refuse(ContrastData.class, "name the kind, such as ValidityDate");
        refuse(TypedContrast.class, "take a text, and TypedContrast.parse with the number it belongs to");
        refuse(Origin.class, "take it from the connection");
        refuse(HostKey.class, "take it from the environment or a file");
        refuse(NewDevice.class, "take the texts, and NewDevice.of");
        setDeserializerModifier(new QuietKeys(types));
        setMixInAnnotation(Person.class, WithoutSubject.class);
        setMixInAnnotation(Granted.class, WithoutSubject.class);
        setMixInAnnotation(Device.class, WithoutName.class);
    }

    private <T> void read(Class<T> type, Function<String, Parsed<T>> reader) {
        TypedDeserializer<T> deserializer = new TypedDeserializer<>(type, reader);
        addDeserializer(type, deserializer);
        addKeyDeserializer(type, deserializer.ofKeys());
        mask(type);
    }

    private <T> void refuse(Class<T> type, String why) {
        addDeserializer(type, new UnreadDeserializer<>(type, why));
        mask(type);
    }

    /** Every one of them prints nothing that may not be shown. */
    private <T> void mask(Class<T> type) {
        types.add(type);
        addSerializer(type, MaskedSerializer.ofValues(type, Object::toString));
        addKeySerializer(type, MaskedSerializer.ofKeys(type, Object::toString));
    }

    private static <T> Parsed<T> only(Class<T> kind, Parsed<IdentityNumber> parsed) {
        boolean other =
                parsed.accepted().filter(number -> !kind.isInstance(number)).isPresent();
        return other ? new Parsed.Invalid<>(Problem.MALFORMED) : parsed.map(kind::cast);
    }

    private static <T> Parsed<T> form(Function<String, T> factory, String typed) {
        try {
            return new Parsed.Valid<>(factory.apply(typed));
        } catch (IllegalArgumentException otherForm) {
            return new Parsed.Invalid<>(Problem.MALFORMED);
        }
    }

    /** The host's own id of a person may be personal. */
    interface WithoutSubject {
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String subject();
    }

    /** A person chose the name of a device. */
    interface WithoutName {
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String name();
    }
}
