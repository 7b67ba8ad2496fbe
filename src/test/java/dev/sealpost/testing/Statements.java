package dev.sealpost.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what reaches the database: statements, and commits, the silent ones of auto-commit included. Everything, or what threads
 * of one name do.
 */
public class Statements implements BeanPostProcessor {

    private final AtomicInteger executed = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();

    private final String thread;

    public Statements() {
        this("");
    }

    /** @param thread part of the names of the threads that count */
    public Statements(String thread) {
        this.thread = thread;
    }

    public void reset() {
        executed.set(0);
        commits.set(0);
    }

    public int executed() {
        return executed.get();
    }

    public int commits() {
        return commits.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof Counting) ? new Counting(source) : bean;
    }

    private final class Counting extends DelegatingDataSource {

        Counting(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counted(super.getConnection());
        }
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, (any, method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            if (method.getName().equals("commit") && counts()) {
                commits.incrementAndGet();
            }
            if (result instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, counting(connection, statement));
            }
            return result instanceof Statement statement
                    ? proxy(Statement.class, counting(connection, statement))
                    : result;
        });
    }

    private InvocationHandler counting(Connection connection, Statement statement) {
        return (any, method, arguments) -> {
            if (method.getName().startsWith("execute") && counts()) {
                executed.incrementAndGet();
                commits.addAndGet(connection.getAutoCommit() ? 1 : 0);
            }
            return invoke(statement, method, arguments);
        };
    }

    private boolean counts() {
        return Thread.currentThread().getName().contains(thread);
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
