package vn.dondoc.platform.access;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.dondoc.platform.DondocProperties;
import vn.dondoc.platform.time.DomainClock;

/** The copy of the organisation, and who may do what by it. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    @Bean
    DirectoryCopy directory(Clock systemClock) {
        return new DirectoryCopy(systemClock);
    }

    @Bean
    DirectoryFeed directoryFeed(KafkaProperties kafka, DirectoryCopy copy) {
        var settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        settings.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new DirectoryFeed(settings, copy);
    }

    @Bean
    Callers callers(Directory directory, DomainClock clock) {
        return new Callers(directory, clock);
    }

    @Bean
    ServiceTokens serviceTokens(DondocProperties properties, Environment environment, Clock systemClock) {
        return ServiceTokens.of(properties, environment.getProperty("spring.application.name", ""), systemClock);
    }

    @Bean
    @Profile("local")
    LocalSecret localSecret(DondocProperties properties) {
        return new LocalSecret(Objects.requireNonNullElse(properties.localSecret(), ""));
    }

    @Bean
    WebMvcConfigurer accessRules(Callers callers) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AllowedInterceptor(callers)).addPathPatterns("/api/**");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(callers);
            }
        };
    }
}
