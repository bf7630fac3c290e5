package dev.clave.spring.boot;

import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.util.ClassUtils;

/** What clave has told must stay when the application rolls back: its store asks the pool behind what joins a transaction. */
final class HostTransactions {
    private HostTransactions() {}

    static DataSource outside(DataSource source) {
        boolean spring = ClassUtils.isPresent(
                "org.springframework.jdbc.datasource.DelegatingDataSource", HostTransactions.class.getClassLoader());
        return spring ? Spring.unwrapped(source) : source;
    }

    /** Needs spring-jdbc. Other delegates stay: they may bring the user or the isolation level. */
    private static final class Spring {
        static DataSource unwrapped(DataSource source) {
            DataSource bare = source;
            while (true) {
                if (bare instanceof TransactionAwareDataSourceProxy proxy) {
                    bare = Objects.requireNonNull(proxy.getTargetDataSource());
                } else if (bare instanceof LazyConnectionDataSourceProxy proxy) {
                    bare = Objects.requireNonNull(proxy.getTargetDataSource());
                } else {
                    return bare;
                }
            }
        }
    }
}
