package dev.sealpost.testing;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A test's own database on the suite's PostgreSQL. */
public record Database(String url, String user, String password) {

    /** Unpooled: each {@code getConnection()} opens one. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** For a {@code @DynamicPropertySource} method: makes it the context's {@code spring.datasource}. */
    public void register(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", this::url);
        registry.add("spring.datasource.username", this::user);
        registry.add("spring.datasource.password", this::password);
    }
}
