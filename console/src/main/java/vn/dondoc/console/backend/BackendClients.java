package vn.dondoc.console.backend;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import vn.dondoc.console.problem.CorrelationFilter;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.console.settings.ConsoleSettings;
import vn.dondoc.console.signin.CurrentUser;
import vn.dondoc.console.token.TokenIssuer;
import vn.dondoc.contracts.event.EventJson;

/** One HTTP client for each service, with the user's token, language and correlation id on every call. */
@Component
class BackendClients {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    // Reading a document may take a service half a minute
    private static final Duration ANSWER = Duration.ofSeconds(90);

    private final RestClient.Builder builder;
    private final ConsoleSettings settings;
    private final TokenIssuer tokens;

    BackendClients(RestClient.Builder builder, ConsoleSettings settings, TokenIssuer tokens, Problems problems) {
        this.settings = settings;
        this.tokens = tokens;
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(ANSWER);
        this.builder = builder.requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .withJsonConverter(new JacksonJsonHttpMessageConverter(EventJson.mapper())))
                .defaultStatusHandler(new ProblemHandler(problems));
    }

    RestClient of(Service service) {
        return of(service, () -> CurrentUser.find().map(user -> tokens.forCalls(user.person())).orElse(null));
    }

    /** Calls under that token, whoever is signed in. */
    RestClient of(Service service, Supplier<@Nullable String> token) {
        return builder.clone().requestInterceptor(new InTheNameOf(token)).baseUrl(service.url(settings)).build();
    }

    private record InTheNameOf(Supplier<@Nullable String> token) implements ClientHttpRequestInterceptor {

        @Override
        public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
            var headers = request.getHeaders();
            var bearer = token.get();
            if (bearer != null) {
                headers.setBearerAuth(bearer);
            }
            headers.set(HttpHeaders.ACCEPT_LANGUAGE, Language.of(LocaleContextHolder.getLocale()));
            headers.setAccept(List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON));
            var correlation = MDC.get(CorrelationFilter.KEY);
            if (correlation != null) {
                headers.set(CorrelationFilter.HEADER, correlation);
            }
            return execution.execute(request, body);
        }
    }
}
