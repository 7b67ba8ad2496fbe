package dev.sealpost.vault;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the vault when the hub starts, after the schema is there and before anything could be sealed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
class VaultConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Vault vault(VaultSettings settings, VaultChecks checks, PlatformTransactionManager transactions) {
        var directory = new VaultDirectory(settings.directory());
        return new TransactionTemplate(transactions)
                .execute(status -> new VaultOpening(directory, settings.create(), checks).open());
    }
}
