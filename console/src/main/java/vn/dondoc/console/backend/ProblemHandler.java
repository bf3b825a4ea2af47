package vn.dondoc.console.backend;

import java.io.IOException;
import java.net.URI;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResponseErrorHandler;
import tools.jackson.core.JacksonException;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.event.EventJson;

/** Turns problem details of a service into {@link Refused}; what is none gets a sentence of our own. */
final class ProblemHandler implements ResponseErrorHandler {

    private static final int LARGEST = 256 * 1024;

    private final Problems problems;

    ProblemHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public boolean hasError(ClientHttpResponse response) throws IOException {
        return response.getStatusCode().isError();
    }

    @Override
    public void handleError(URI url, HttpMethod method, ClientHttpResponse response) throws IOException {
        throw new Refused(read(response.getStatusCode().value(), response.getBody().readNBytes(LARGEST)));
    }

    private Problem read(int status, byte[] body) {
        try {
            var problem = EventJson.mapper().readValue(body, Problem.class);
            if (problem.code() != null && problem.detail() != null) {
                return problem;
            }
        } catch (JacksonException noProblem) {
            // answered below
        }
        var code = switch (status) {
            case 401 -> "NOT_SIGNED_IN";
            case 403 -> "FORBIDDEN";
            case 404 -> "NOT_FOUND";
            case 413 -> "TOO_LARGE";
            case 503 -> "UNAVAILABLE";
            default -> "UNREADABLE_ANSWER";
        };
        return problems.of(status, code, LocaleContextHolder.getLocale());
    }
}
