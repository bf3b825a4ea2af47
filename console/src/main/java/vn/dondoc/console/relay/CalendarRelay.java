package vn.dondoc.console.relay;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.dondoc.console.backend.Service;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.console.settings.ConsoleSettings;

/** Calendars under an address that calendar programs reach; nobody is signed in, the key in the address is the proof. */
@Controller
class CalendarRelay {

    private static final String KEY = "[A-Za-z0-9_-]{20,80}";

    private final Relay relay;
    private final ConsoleSettings settings;
    private final Problems problems;

    CalendarRelay(Relay relay, ConsoleSettings settings, Problems problems) {
        this.relay = relay;
        this.settings = settings;
        this.problems = problems;
    }

    @GetMapping("/calendar/{key}.ics")
    void calendar(@PathVariable String key, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!key.matches(KEY)) {
            problems.write(request, response, 404, "NOT_FOUND");
            return;
        }
        try {
            var answer = relay.ask(request, URI.create(Service.TASK.url(settings) + "/api/calendar/" + key + ".ics"), null);
            Relay.head(answer, response);
            try (var body = answer.body()) {
                body.transferTo(response.getOutputStream());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            away(request, response);
        } catch (IOException failed) {
            away(request, response);
        }
    }

    private void away(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            response.reset();
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            problems.write(request, response, 503, "UNAVAILABLE");
        }
    }
}
