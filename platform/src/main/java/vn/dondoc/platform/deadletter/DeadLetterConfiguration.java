package vn.dondoc.platform.deadletter;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.check.SelfCheck;
import vn.dondoc.platform.consume.ConsumerGroups;
import vn.dondoc.platform.consume.DeadLetters;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.StoreReadiness;

/** The operator's desk for dead letters. */
@Configuration(proxyBeanMethods = false)
public class DeadLetterConfiguration {

    @Bean
    DeadLetterBox deadLetterBox(MongoTemplate mongo) {
        return new DeadLetterBox(mongo);
    }

    @Bean
    CollectionSetup deadLetterCollection() {
        return CollectionSetup.of(DeadLetterBox.COLLECTION, new IndexModel(Indexes.compoundIndex(Indexes.ascending("status"), Indexes.descending("at"))));
    }

    @Bean
    DeadLetterFeed deadLetterFeed(
            KafkaProperties kafka, ConsumerGroups groups, DeadLetterBox box, StoreReadiness store, @Value("${spring.application.name}") String service) {
        return new DeadLetterFeed(kafka.buildConsumerProperties(), groups.names(), box, store, service);
    }

    @Bean
    DeadLetterController deadLetterController(DeadLetterBox box, DeadLetters letters, Directory directory) {
        return new DeadLetterController(box, new Replay(letters.kafka()), new LetterBorder(directory));
    }

    @Bean
    SelfCheck letterCheck(DeadLetterBox box, Directory directory) {
        return new LetterCheck(box, new LetterBorder(directory));
    }
}
