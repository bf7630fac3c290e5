package dev.clave.benchmarks.stores;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the statements that are prepared over a data source, each of which is run once. For a look before what is measured. */
public final class CountedStatements {
    private final AtomicInteger count = new AtomicInteger();
    private final DataSource source;

    /**
     * Over a data source.
     *
     * @param counted the data source
     */
    public CountedStatements(DataSource counted) {
        this.source = watched(DataSource.class, counted);
    }

    private <T> T watched(Class<T> type, Object target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                Object result = method.invoke(target, arguments);
                if (method.getName().equals("prepareStatement")) {
                    count.incrementAndGet();
                }
                return method.getName().equals("getConnection") ? watched(java.sql.Connection.class, result) : result;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /**
     * The data source that counts.
     *
     * @return the data source
     */
    public DataSource source() {
        return source;
    }

    /**
     * How many statements a piece of work has run.
     *
     * @param work the work
     * @return the number
     */
    public int of(Runnable work) {
        int before = count.get();
        work.run();
        return count.get() - before;
    }
}
