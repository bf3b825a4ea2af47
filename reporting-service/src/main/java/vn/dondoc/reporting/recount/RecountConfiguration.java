package vn.dondoc.reporting.recount;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.platform.access.ServiceTokens;
import vn.dondoc.platform.state.States;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.ledger.Ledger;
import vn.dondoc.reporting.measurement.Targets;
import vn.dondoc.reporting.model.Models;
import vn.dondoc.reporting.obligation.Obligations;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecountProperties.class)
class RecountConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    @Bean
    Recount recount(MongoDatabaseFactory databases, Models models, Facts facts, Cells cells, Ledger ledger, RecountProperties properties) {
        return new Recount(databases, models, facts, cells, ledger, properties.patience());
    }

    @Bean
    RecountController recountController(
            Recount recount, States states, RestClient.Builder clients, RecountProperties properties, ServiceTokens tokens, MeterRegistry registry) {
        return new RecountController(recount, taskService(clients, properties, tokens), new OwnStates(states, Obligations.COLLECTION, "report/"),
                new OwnStates(states, Targets.COLLECTION, "target/"), registry);
    }

    private static RestClient taskService(RestClient.Builder clients, RecountProperties properties, ServiceTokens tokens) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(ANSWER);
        return clients.clone().baseUrl(properties.taskUrl()).requestFactory(requests).requestInterceptor(tokens)
                .configureMessageConverters(converters -> converters.registerDefaults()
                        .withJsonConverter(new JacksonJsonHttpMessageConverter(EventJson.mapper())))
                .build();
    }
}
