package vn.dondoc.platform.trace;

import io.micrometer.tracing.Tracer;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.web.Correlation;

/** Whether traces are collected at all is decided before anything is made: {@code DONDOC_TRACING_ENDPOINT}. */
@Configuration(proxyBeanMethods = false)
public class TraceConfiguration {

    @Bean
    Traces traces(ObjectProvider<Tracer> tracer) {
        return new Traces(tracer.getIfAvailable());
    }

    @Bean
    SdkTracerProviderBuilderCustomizer traceOfTheCorrelation() {
        return builder -> builder.setIdGenerator(new TraceIds(() -> MDC.get(Correlation.MDC_KEY)));
    }
}
