package vn.dondoc.console.relay;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import vn.dondoc.console.backend.Language;
import vn.dondoc.console.backend.Service;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.console.settings.ConsoleSettings;
import vn.dondoc.console.signin.Bearer;
import vn.dondoc.console.signin.CurrentUser;
import vn.dondoc.console.token.TokenIssuer;

/**
 * The HTTP interface through the console's origin. A bearer header passes as it is, the service judges it; a session gets the user's
 * token, and an answer in the language of the pages: what is downloaded from one is in its language, whatever the browser's is. A servlet of its own, because Spring MVC would read uploads to the disk before it knew whose they are.
 */
@Component
class ApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Relay relay;
    private final transient Problems problems;
    private final transient ConsoleSettings settings;
    private final transient TokenIssuer tokens;
    private final transient LocaleResolver languages;

    ApiServlet(Relay relay, Problems problems, ConsoleSettings settings, TokenIssuer tokens, LocaleResolver languages) {
        this.relay = relay;
        this.problems = problems;
        this.settings = settings;
        this.tokens = tokens;
        this.languages = languages;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var service = Service.owning(path);
        if (service.isEmpty() || path.contains("..") || path.contains(";")) {
            problems.write(request, response, 404, "NOT_FOUND");
        } else if (request.getContentLengthLong() > LimitedStream.LIMIT) {
            problems.write(request, response, 413, "TOO_LARGE");
        } else {
            relay(request, response, target(service.get(), path, request.getQueryString()));
        }
    }

    private URI target(Service service, String path, @Nullable String query) {
        return URI.create(service.url(settings) + path + (query == null ? "" : "?" + query));
    }

    private void relay(HttpServletRequest request, HttpServletResponse response, URI target) throws IOException {
        try {
            var answer = relay.ask(request, target, authorization(request), language(request));
            Relay.head(answer, response);
            if (Relay.isEventStream(answer)) {
                EventStream.pass(request, response, answer);
                return;
            }
            try (var body = answer.body()) {
                body.transferTo(response.getOutputStream());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            away(request, response);
        } catch (IOException failed) {
            if (tooLarge(failed)) {
                problems.write(request, response, 413, "TOO_LARGE");
            } else {
                away(request, response);
            }
        }
    }

    private void away(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            response.reset();
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            problems.write(request, response, 503, "UNAVAILABLE");
        }
    }

    private @Nullable String authorization(HttpServletRequest request) {
        return Bearer.isIn(request)
                ? request.getHeader(HttpHeaders.AUTHORIZATION)
                : CurrentUser.find().map(user -> "Bearer " + tokens.forCalls(user.person())).orElse(null);
    }

    private @Nullable String language(HttpServletRequest request) {
        return Bearer.isIn(request) ? null : Language.of(languages.resolveLocale(request));
    }

    private static boolean tooLarge(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitedStream.TooLarge) {
                return true;
            }
        }
        return false;
    }
}
