package vn.dondoc.notification.inbox;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Callers;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;

/** Server-sent events: something new is in the inbox of a position that the caller holds. */
@RestController
@RequestMapping("/api/notifications")
class ArrivalController {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivalController.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final InboxWatch watch;
    private final Callers callers;

    ArrivalController(InboxWatch watch, Callers callers) {
        this.watch = watch;
        this.callers = callers;
    }

    /** The data of an event. */
    record Arrived(PositionId recipient) {}

    @GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(on = Reach.SELF)
    ResponseEntity<SseEmitter> changes(Caller caller) {
        var listener = new InboxListener(positionsOf(caller));
        var emitter = new SseEmitter(0L);
        emitter.onCompletion(listener::close);
        emitter.onError(_ -> listener.close());
        watch.add(listener);
        Thread.ofVirtual().name("inbox-changes").start(() -> serve(caller.person(), listener, emitter));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("X-Accel-Buffering", "no").body(emitter);
    }

    private static Set<String> positionsOf(Caller caller) {
        return caller.held().stream().map(held -> held.position().id().value()).collect(Collectors.toUnmodifiableSet());
    }

    private void serve(PersonId person, InboxListener listener, SseEmitter emitter) {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            follow(person, listener, emitter);
            emitter.complete();
        } catch (IOException | IllegalStateException | ProblemException gone) {
            LOG.debug("An inbox was closed", gone);
            emitter.complete();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            watch.remove(listener);
        }
    }

    /** Ends where other positions are held than when it was opened: the page connects again and is looked at anew. */
    private void follow(PersonId person, InboxListener listener, SseEmitter emitter) throws IOException, InterruptedException {
        var opened = System.nanoTime();
        while (!listener.isClosed() && System.nanoTime() - opened < LONGEST.toNanos()) {
            var arrived = listener.await(HEARTBEAT.toMillis());
            if (!listener.isFor(positionsOf(callers.of(person)))) {
                return;
            }
            if (arrived.isEmpty() && !listener.isClosed()) {
                emitter.send(SseEmitter.event().comment("here"));
            }
            for (var position : arrived) {
                emitter.send(SseEmitter.event().name("changed").data(new Arrived(new PositionId(position)), MediaType.APPLICATION_JSON));
            }
        }
    }
}
