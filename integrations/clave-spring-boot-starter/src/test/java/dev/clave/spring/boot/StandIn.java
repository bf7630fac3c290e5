package dev.clave.spring.boot;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.Map;
import javax.sql.DataSource;

/** A database of another kind, as far as it says its name. */
final class StandIn {
    private StandIn() {}

    static DataSource product(String name) {
        DatabaseMetaData metaData = of(DatabaseMetaData.class, Map.of("getDatabaseProductName", name));
        Connection connection = of(Connection.class, Map.of("getMetaData", metaData));
        return of(DataSource.class, Map.of("getConnection", connection));
    }

    private static <T> T of(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                StandIn.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("equals")) {
                        return System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
                    }
                    if (method.getName().equals("hashCode")) {
                        return System.identityHashCode(proxy);
                    }
                    return answers.get(method.getName());
                }));
    }
}
