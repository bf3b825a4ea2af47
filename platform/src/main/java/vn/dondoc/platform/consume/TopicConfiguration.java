package vn.dondoc.platform.consume;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.DondocProperties;

/** The topics, and one for the dead letters of each group that this service binds. */
@Configuration(proxyBeanMethods = false)
public class TopicConfiguration {

    @Bean
    ConsumerGroups consumerGroups(BindingServiceProperties bindings) {
        return new ConsumerGroups(bindings.getBindings().values().stream()
                .map(binding -> binding.getGroup())
                .filter(group -> group != null)
                .distinct()
                .toList());
    }

    @Bean
    TopicDeclaration topicDeclaration(KafkaProperties kafka, DondocProperties properties, ConsumerGroups groups) {
        return new TopicDeclaration(kafka.buildAdminProperties(), properties.topicReplication(), groups.names());
    }
}
