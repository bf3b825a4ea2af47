package vn.dondoc.console.relay;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Service;
import vn.dondoc.console.settings.ConsoleSettings;
import vn.dondoc.console.signin.CurrentUser;
import vn.dondoc.console.token.TokenIssuer;

/** The changes of dashboards and inboxes for a page that is open. A browser gives up after an error, so a service that is away is an early end. */
@Component
class LiveServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    static final String DASHBOARD = "/live/dashboard";
    static final String INBOX = "/live/inbox";

    private final transient Relay relay;
    private final transient ConsoleSettings settings;
    private final transient TokenIssuer tokens;

    LiveServlet(Relay relay, ConsoleSettings settings, TokenIssuer tokens) {
        this.relay = relay;
        this.settings = settings;
        this.tokens = tokens;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var user = CurrentUser.find();
        if (user.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        try {
            var answer = relay.ask(request, changes(request), "Bearer " + tokens.forCalls(user.get().person()));
            if (Relay.isEventStream(answer)) {
                EventStream.pass(request, response, answer);
            } else {
                answer.body().close();
                later(response);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            later(response);
        } catch (IOException away) {
            later(response);
        }
    }

    private URI changes(HttpServletRequest request) {
        return URI.create(INBOX.equals(request.getServletPath())
                ? Service.NOTIFICATION.url(settings) + "/api/notifications/changes"
                : Service.REPORTING.url(settings) + "/api/dashboards/changes");
    }

    private static void later(HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            response.getWriter().write("retry: 5000\n\n");
        }
    }
}
