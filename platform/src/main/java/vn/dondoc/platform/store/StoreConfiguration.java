package vn.dondoc.platform.store;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions.BigDecimalRepresentation;
import vn.dondoc.contracts.secret.Trust;

/** One way to store, and a majority write concern: what is acknowledged is on more than one machine. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return MongoCustomConversions.create(conversions -> conversions
                .bigDecimal(BigDecimalRepresentation.DECIMAL128)
                .registerConverters(List.of(
                        new StoredValues.IdToText(),
                        new StoredValues.TextToId(),
                        StoredValues.DayToText.INSTANCE,
                        StoredValues.TextToDay.INSTANCE,
                        StoredValues.DueToDocument.INSTANCE,
                        StoredValues.DocumentToDue.INSTANCE)));
    }

    /** Stored documents name no Java class: they outlive our packages. */
    @Bean
    static BeanPostProcessor noTypeNames() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof MappingMongoConverter converter) {
                    converter.setTypeMapper(new DefaultMongoTypeMapper(null));
                }
                return bean;
            }
        };
    }

    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites(@Value("${DONDOC_CA_FILE:}") String authorities) {
        return settings -> trusting(settings, authorities).writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(3, TimeUnit.SECONDS).readTimeout(60, TimeUnit.SECONDS));
    }

    private static MongoClientSettings.Builder trusting(MongoClientSettings.Builder settings, String authorities) {
        return authorities.isBlank() ? settings : settings.applyToSslSettings(ssl -> ssl.context(Trust.in(Path.of(authorities.strip()))));
    }

    @Bean
    StoreReadiness storeReadiness(MongoDatabaseFactory databases, List<CollectionSetup> wanted) {
        return new StoreReadiness(databases, new Collections(wanted));
    }
}
