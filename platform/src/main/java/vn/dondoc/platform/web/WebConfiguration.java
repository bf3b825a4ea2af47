package vn.dondoc.platform.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import vn.dondoc.platform.access.Callers;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.time.DomainClock;

/** Parameters that handlers of every service take, and JSON as the contracts write it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallSettings.class)
public class WebConfiguration {

    @Bean
    CorrelationFilter correlationFilter() {
        return new CorrelationFilter();
    }

    @Bean
    TurnFilter turnFilter(CallSettings settings, MeterRegistry registry, Problems problems, LocaleResolver localeResolver) {
        var turns = new Turns(settings);
        Gauge.builder("dondoc.calls.waiting", turns, Turns::waiting).description("Calls that wait for their turn").register(registry);
        var refused = Counter.builder("dondoc.calls.refused").description("Calls that were told to come again, since too many were under way").register(registry);
        return new TurnFilter(turns, refused, problems, localeResolver);
    }

    @Bean
    WebMvcConfigurer callParameters(Callers callers, DomainClock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallResolver(callers, clock));
                resolvers.add(new WindowResolver());
            }
        };
    }

    @Bean
    JsonMapperBuilderCustomizer contractJson() {
        return builder -> builder.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }
}
