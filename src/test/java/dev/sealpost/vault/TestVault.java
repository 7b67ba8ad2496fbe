package dev.sealpost.vault;

import com.google.crypto.tink.KeysetHandle;
import dev.sealpost.message.SubjectRef;
import java.util.EnumMap;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For tests of other packages: what the vault offers, over keys made for this JVM, without files or a Spring context. */
public final class TestVault {

    private static final Vault VAULT = random();

    private TestVault() {}

    public static BlindIndexer blindIndexer() {
        return new PrfBlindIndexer(VAULT);
    }

    public static HubSeal hubSeal() {
        return new KeysetHubSeal(VAULT);
    }

    /** Signs through a Camel of its own. */
    public static HubSigner hubSigner() {
        return hubSigner(VAULT);
    }

    static HubSigner hubSigner(Vault vault) {
        var camel = new DefaultCamelContext();
        camel.start();
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("camel", camel);
        beans.registerSingleton("producer", camel.createProducerTemplate());
        return new CryptoSign(
                vault, beans.getBeanProvider(CamelContext.class), beans.getBeanProvider(ProducerTemplate.class));
    }

    /** A new subject's data key. */
    public static DataKey dataKey() {
        var wrap = new KeyWrap(VAULT);
        SubjectRef subject = SubjectRef.random();
        return wrap.unwrap(subject, wrap.wrapNew(subject));
    }

    public static SubjectKeys subjectKeys(DataSource database) {
        return subjectKeys(database, event -> {});
    }

    static SubjectKeys subjectKeys(DataSource database, ApplicationEventPublisher events) {
        return new SubjectKeyTable(JdbcClient.create(database), new KeyWrap(VAULT), events);
    }

    static Vault random() {
        var keysets = new EnumMap<VaultKeyset, KeysetHandle>(VaultKeyset.class);
        VaultKeyset.all().forEach(keyset -> keysets.put(keyset, Keysets.generate(keyset)));
        return new Vault(keysets);
    }
}
