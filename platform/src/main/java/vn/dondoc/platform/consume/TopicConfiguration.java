package vn.dondoc.platform.consume;

import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.DondocProperties;

/** The topics, and one for the dead letters of each group that this service binds. */
@Configuration(proxyBeanMethods = false)
public class TopicConfiguration {

    private static final String BINDINGS = "inputBindingLifecycle";

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

    /** Puts ours in the place of the definition: the bean itself is made before others could take its place. */
    @Bean
    static BeanDefinitionRegistryPostProcessor patientBindings() {
        return definitions -> {
            if (definitions.containsBeanDefinition(BINDINGS)) {
                definitions.removeBeanDefinition(BINDINGS);
                definitions.registerBeanDefinition(BINDINGS, BeanDefinitionBuilder.rootBeanDefinition(PatientBindings.class)
                        .setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR)
                        .getBeanDefinition());
            }
        };
    }
}
