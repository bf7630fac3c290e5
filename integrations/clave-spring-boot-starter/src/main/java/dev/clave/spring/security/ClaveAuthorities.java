package dev.clave.spring.security;

import dev.clave.Granted;
import dev.clave.spi.Level;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The authorities that a login by clave gives, whoever the person is in the application. */
public final class ClaveAuthorities {
    /** A login by clave, with its time: a {@link FactorGrantedAuthority}, for rules on how recent it must be. */
    public static final String FACTOR = "FACTOR_CLAVE";

    /** The person is registered at the basic level or above. */
    public static final String LEVEL_BASIC = "CLAVE_LEVEL_BASIC";

    /** The person is registered at the advanced level. */
    public static final String LEVEL_ADVANCED = "CLAVE_LEVEL_ADVANCED";

    /** What a rule that asks for a signature misses; nobody has it, see {@link SignatureAuthority}. */
    static final String SIGNATURE = "CLAVE_SIGNATURE";

    private ClaveAuthorities() {}

    /**
     * The authority that people registered at a level have.
     *
     * @param level the lowest level that suffices
     * @return the name of the authority
     */
    public static String ofLevel(Level level) {
        return "CLAVE_LEVEL_" + level;
    }

    /** What an identification proves. The route is named CLAVE_ROUTE_SMS or CLAVE_ROUTE_APP. */
    static List<GrantedAuthority> proven(Granted granted) {
        List<GrantedAuthority> all = new ArrayList<>();
        all.add(FactorGrantedAuthority.withAuthority(FACTOR)
                .issuedAt(granted.at())
                .build());
        for (Level level : Level.values()) {
            if (level.compareTo(granted.level()) <= 0) {
                all.add(new SimpleGrantedAuthority(ofLevel(level)));
            }
        }
        all.add(new SimpleGrantedAuthority("CLAVE_ROUTE_" + granted.route()));
        return all;
    }
}
