package vn.dondoc.console.relay;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.dondoc.console.problem.CorrelationFilter;

/** Asks a service what a browser or program asked us, and hands the answer on; bodies flow, nothing is held. */
@Component
class Relay {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration FIRST_BYTE = Duration.ofSeconds(90);

    /** Those of one connection only (RFC 9110, 7.6.1), those the client sets itself, and what is between browser and console. */
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding",
            "upgrade", "host", "content-length", "expect", "cookie", "authorization", "origin", "x-csrf-token", "x-local-secret",
            "forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "x-forwarded-prefix", "x-correlation-id");

    private static final Set<String> NOT_PASSED_BACK = Set.of(
            "connection", "keep-alive", "proxy-authenticate", "te", "trailer", "transfer-encoding", "upgrade", "set-cookie", "content-length",
            "date", "server", "x-correlation-id", "x-content-type-options", "x-frame-options", "x-xss-protection", ":status");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /** Sends the request on, in the language it asks for. The answer's body is still to be read, and must be closed. */
    HttpResponse<InputStream> ask(HttpServletRequest request, URI target, @Nullable String authorization) throws IOException, InterruptedException {
        return ask(request, target, authorization, null);
    }

    /** The same in that language; null for the one it asks for. */
    HttpResponse<InputStream> ask(HttpServletRequest request, URI target, @Nullable String authorization, @Nullable String language)
            throws IOException, InterruptedException {
        var call = HttpRequest.newBuilder(target).timeout(FIRST_BYTE).method(request.getMethod(), body(request));
        var names = request.getHeaderNames();
        while (names.hasMoreElements()) {
            var name = names.nextElement();
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT)) && !(language != null && name.equalsIgnoreCase(HttpHeaders.ACCEPT_LANGUAGE))) {
                request.getHeaders(name).asIterator().forEachRemaining(value -> call.header(name, value));
            }
        }
        if (authorization != null) {
            call.header(HttpHeaders.AUTHORIZATION, authorization);
        }
        if (language != null) {
            call.header(HttpHeaders.ACCEPT_LANGUAGE, language);
        }
        var correlation = MDC.get(CorrelationFilter.KEY);
        if (correlation != null) {
            call.header(CorrelationFilter.HEADER, correlation);
        }
        return http.send(call.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static HttpRequest.BodyPublisher body(HttpServletRequest request) throws IOException {
        var length = request.getContentLengthLong();
        var chunked = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (length == 0 || (length < 0 && !chunked)) {
            return HttpRequest.BodyPublishers.noBody();
        }
        var in = new LimitedStream(request.getInputStream());
        var flowing = HttpRequest.BodyPublishers.ofInputStream(() -> in);
        return length > 0 ? HttpRequest.BodyPublishers.fromPublisher(flowing, length) : flowing;
    }

    /** Copies status and headers of the answer. */
    static void head(HttpResponse<InputStream> answer, HttpServletResponse response) {
        response.setStatus(answer.statusCode());
        answer.headers().map().forEach((name, values) -> {
            if (!NOT_PASSED_BACK.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> response.addHeader(name, value));
            }
        });
    }

    static boolean isEventStream(HttpResponse<InputStream> answer) {
        return answer.headers().firstValue(HttpHeaders.CONTENT_TYPE).filter(type -> type.startsWith("text/event-stream")).isPresent();
    }
}
