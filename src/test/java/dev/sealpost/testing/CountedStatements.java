package dev.sealpost.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes every statement that is prepared; Spring's JDBC classes prepare one for each they execute. */
public final class CountedStatements extends DelegatingDataSource {

    private final List<String> prepared = Collections.synchronizedList(new ArrayList<>());

    public CountedStatements(DataSource target) {
        super(target);
    }

    /** The statements that this action prepared. */
    public List<String> during(Runnable action) {
        prepared.clear();
        action.run();
        return List.copyOf(prepared);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("prepare")) {
                        prepared.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
