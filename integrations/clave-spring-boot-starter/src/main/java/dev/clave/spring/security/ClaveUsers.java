package dev.clave.spring.security;

import dev.clave.Granted;
import java.util.List;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;

/**
 * Who a person is in the application. Declare it as a bean to give people roles, or the names of your own accounts.
 *
 * <p><b>Who calls it:</b> the login, once for each right PIN, which is spent by then. <b>Concurrently:</b> yes. <b>May it block:</b> yes.
 * <b>A throw</b> ends the login closed: an {@code AuthenticationException} as a refusal.
 */
@FunctionalInterface
public interface ClaveUsers {

    /**
     * The user of a grant.
     *
     * @param granted who has proven what
     * @return the user; a name that another login of the application uses too stands for the same person
     */
    ClaveUser userOf(Granted granted);

    /**
     * The default: named by the registry's own id of the person, with {@code ROLE_USER}.
     *
     * @return those users
     */
    static ClaveUsers bySubject() {
        return granted -> new ClaveUser(granted.subject(), List.of(new SimpleGrantedAuthority("ROLE_USER")));
    }

    /**
     * Users of the application's own accounts, looked up by the registry's id of the person. An account that is unknown, locked, disabled
     * or expired has no access.
     *
     * @param accounts the accounts
     * @return those users
     */
    static ClaveUsers of(UserDetailsService accounts) {
        AccountStatusUserDetailsChecker checker = new AccountStatusUserDetailsChecker();
        return granted -> {
            UserDetails account = accounts.loadUserByUsername(granted.subject());
            checker.check(account);
            return new ClaveUser(account.getUsername(), account.getAuthorities());
        };
    }
}
