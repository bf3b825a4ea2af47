package vn.dondoc.notification.inbox;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
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
import vn.dondoc.platform.web.EventStream;

/** Server-sent events: something new is in the inbox of a position that the caller holds. */
@RestController
@RequestMapping("/api/notifications")
class ArrivalController {

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

    @GetMapping(path = EventStream.PATH, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(on = Reach.SELF)
    ResponseEntity<SseEmitter> changes(Caller caller) {
        var listener = new InboxListener(positionsOf(caller));
        watch.add(listener);
        return EventStream.open("inbox-changes", listener::close, () -> watch.remove(listener), emitter -> follow(caller.person(), listener, emitter));
    }

    private static Set<String> positionsOf(Caller caller) {
        return caller.held().stream().map(held -> held.position().id().value()).collect(Collectors.toUnmodifiableSet());
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
