package vn.dondoc.platform.web;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.dondoc.platform.problem.ProblemException;

/** An answer that goes on: events for a page, for as long as somebody listens. */
public final class EventStream {

    /** What the path of each ends with. */
    public static final String PATH = "/changes";

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private EventStream() {}

    /** What is told; returns when there is nothing more to tell, and throws where nobody listens any more or may any more. */
    @FunctionalInterface
    public interface Following {
        void follow(SseEmitter emitter) throws IOException, InterruptedException;
    }

    /**
     * Follows in a thread of its own.
     *
     * @param name of the thread
     * @param closing runs when the other side is gone, in whatever thread finds out
     * @param closed runs when it has ended
     */
    public static ResponseEntity<SseEmitter> open(String name, Runnable closing, Runnable closed, Following following) {
        var emitter = new SseEmitter(0L);
        emitter.onCompletion(closing);
        emitter.onError(_ -> closing.run());
        Thread.ofVirtual().name(name).start(() -> serve(emitter, closed, following));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("X-Accel-Buffering", "no").body(emitter);
    }

    static void serve(SseEmitter emitter, Runnable closed, Following following) {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            following.follow(emitter);
            emitter.complete();
        } catch (IOException | IllegalStateException | ProblemException gone) {
            LOG.debug("A stream of events was closed", gone);
            end(emitter);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            closed.run();
        }
    }

    /** The container may have ended it meanwhile, and says so. */
    private static void end(SseEmitter emitter) {
        try {
            emitter.complete();
        } catch (IllegalStateException ended) {
            LOG.debug("A stream of events had ended already", ended);
        }
    }
}
