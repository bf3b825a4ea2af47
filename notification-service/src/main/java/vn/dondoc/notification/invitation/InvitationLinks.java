package vn.dondoc.notification.invitation;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.notification.delivery.NotificationProperties;
import vn.dondoc.platform.access.ServiceTokens;

/** Asks the home of people for the link of an invitation and for how its person is reached, when it is to be sent now; nothing of it is kept. */
@Component
class InvitationLinks {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final RestClient plan;

    InvitationLinks(RestClient.Builder clients, NotificationProperties properties, ServiceTokens tokens) {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(PATIENCE);
        this.plan = clients.clone().baseUrl(properties.planUrl()).requestFactory(requests).requestInterceptor(tokens)
                .configureMessageConverters(converters -> converters.registerDefaults()
                        .withJsonConverter(new JacksonJsonHttpMessageConverter(EventJson.mapper())))
                .build();
    }

    /**
     * The same link for the same key; nothing where the invitation is over.
     *
     * @throws org.springframework.web.client.RestClientException while plan-service does not answer
     */
    Optional<People.InvitationLink> of(String invitation, String key) {
        try {
            return Optional.ofNullable(plan.post().uri("/api/people/invitations/{id}/link", invitation).header("Idempotency-Key", key)
                    .retrieve().body(People.InvitationLink.class));
        } catch (HttpClientErrorException refused) {
            if (refused.getStatusCode().value() == NOT_FOUND || refused.getStatusCode().value() == GONE) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
