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
    PersonalAddresses personalAddresses(PeopleProperties properties, ServiceTokens tokens) {
        var url = properties.planUrl();
        return url == null || url.isBlank() ? _ -> new PersonalAddresses.Address.Unknown()
                : new AskedAddresses(client(url).requestInterceptor(tokens).build());
    }

    static RestClient.Builder client(String url) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build());
        requests.setReadTimeout(PATIENCE);
        return RestClient.builder().baseUrl(url).requestFactory(requests)
                .configureMessageConverters(converters -> converters.registerDefaults().withJsonConverter(new JacksonJsonHttpMessageConverter(EventJson.mapper())));
    }
}
