package vn.dondoc.console.signin;

import com.mongodb.MongoClientSettings;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.contracts.secret.Trust;

/** A database that is away is an answer within seconds, also where readiness is asked; the driver would wait for half a minute. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    MongoClientSettingsBuilderCustomizer shortPatience(@Value("${DONDOC_CA_FILE:}") String authorities) {
        return settings -> trusting(settings, authorities)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(3, TimeUnit.SECONDS).readTimeout(60, TimeUnit.SECONDS));
    }

    private static MongoClientSettings.Builder trusting(MongoClientSettings.Builder settings, String authorities) {
        return authorities.isBlank() ? settings : settings.applyToSslSettings(ssl -> ssl.context(Trust.in(Path.of(authorities.strip()))));
    }
}
