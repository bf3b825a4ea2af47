package vn.dondoc.console.relay;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;

/**
 * Hands events on as they come. The request ends for the filters at once: a session that lay open for minutes would be
 * written back as it was when the stream began, over whatever happened since.
 */
final class EventStream {

    private EventStream() {}

    static void pass(HttpServletRequest request, HttpServletResponse response, HttpResponse<InputStream> answer) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
        var open = request.startAsync();
        open.setTimeout(0);
        Thread.ofVirtual().name("event-stream").start(() -> copy(open, answer));
    }

    private static void copy(AsyncContext open, HttpResponse<InputStream> answer) {
        try (var events = answer.body()) {
            var out = open.getResponse().getOutputStream();
            var buffer = new byte[4096];
            for (var many = events.read(buffer); many >= 0; many = events.read(buffer)) {
                out.write(buffer, 0, many);
                out.flush();
            }
        } catch (IOException oneSideLeft) {
            // The browser asks again by itself
        } finally {
            open.complete();
        }
    }
}
