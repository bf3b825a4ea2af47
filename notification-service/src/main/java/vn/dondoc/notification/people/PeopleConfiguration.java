package vn.dondoc.notification.people;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.platform.access.ServiceTokens;

@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    HomeOfPeople homeOfPeople(PeopleProperties properties, ServiceTokens tokens) {
        return new HomeOfPeople(client(properties.planUrl()).requestInterceptor(tokens).build());
    }

    @Bean
    PersonalAddresses personalAddresses(HomeOfPeople people) {
        return new AskedAddresses(people);
    }

    static RestClient.Builder client(String url) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build());
        requests.setReadTimeout(PATIENCE);
        return RestClient.builder().baseUrl(url).requestFactory(requests)
                .configureMessageConverters(converters -> converters.registerDefaults().withJsonConverter(new JacksonJsonHttpMessageConverter(EventJson.mapper())));
    }
}
