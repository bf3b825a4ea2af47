package vn.dondoc.notification.code;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.notification.delivery.NotificationProperties;
import vn.dondoc.platform.access.ServiceTokens;
import vn.dondoc.platform.problem.ProblemException;

/** How a person is reached, asked of the home of people when something is to be sent now; nothing of it is kept. */
@Component
class PeoplesContacts {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Of one person. */
    record Contact(PersonId person, @Nullable String phone, @Nullable String email) {

        @Override
        public String toString() {
            return "Contact of " + person;
        }
    }

    private record Asked(List<PersonId> people, String reason) {}

    private final RestClient plan;

    PeoplesContacts(RestClient.Builder clients, NotificationProperties properties, ServiceTokens tokens) {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(PATIENCE);
        this.plan = clients.clone().baseUrl(properties.planUrl()).requestFactory(requests).requestInterceptor(tokens)
                .configureMessageConverters(converters -> converters.registerDefaults()
                        .withJsonConverter(new JacksonJsonHttpMessageConverter(EventJson.mapper())))
                .build();
    }

    /** @throws ProblemException 503 while plan-service does not answer */
    Optional<Contact> forSigningIn(PersonId person) {
        try {
            var found = plan.post().uri("/api/people/contacts").contentType(MediaType.APPLICATION_JSON)
                    .body(new Asked(List.of(person), "sign-in")).retrieve().body(new ParameterizedTypeReference<List<Contact>>() {});
            return found == null ? Optional.empty() : found.stream().filter(contact -> contact.person().equals(person)).findFirst();
        } catch (RestClientException away) {
            throw ProblemException.unavailable("UNAVAILABLE", 5);
        }
    }
}
