package vn.dondoc.reporting.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Callers;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.web.EventStream;

/** Server-sent events: which of the communes the caller may see has other figures now. */
@RestController
@RequestMapping("/api/dashboards")
class ChangeController {

    private final Listeners listeners;
    private final Callers callers;
    private final Duration heartbeat;
    private final Duration longest;

    ChangeController(Listeners listeners, Callers callers, LiveProperties properties) {
        this.listeners = listeners;
        this.callers = callers;
        this.heartbeat = properties.heartbeat();
        this.longest = properties.longest();
    }

    /** The data of an event. */
    record Changed(UnitId commune, Instant asOf) {}

    @GetMapping(path = EventStream.PATH, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(on = Reach.SELF)
    ResponseEntity<SseEmitter> changes(Caller caller) {
        var listener = new Listener(caller.branch().figures().provinces(), communesOf(caller));
        listeners.add(listener);
        return EventStream.open("dashboard-changes", listener::close, () -> listeners.remove(listener), emitter -> follow(caller.person(), listener, emitter));
    }

    private static Set<UnitId> communesOf(Caller caller) {
        var communes = new HashSet<>(caller.branch().communes());
        communes.addAll(caller.ownCommunes());
        return communes;
    }

    /** Ends where the rights are other ones than when it was opened: whoever still has some connects again and is looked at anew. */
    private void follow(PersonId person, Listener listener, SseEmitter emitter) throws IOException, InterruptedException {
        var opened = System.nanoTime();
        while (!listener.isClosed() && System.nanoTime() - opened < longest.toNanos()) {
            var changed = listener.await(heartbeat.toMillis());
            var now = callers.of(person);
            if (!listener.sees(now.branch().figures().provinces(), communesOf(now))) {
                return;
            }
            if (changed.isEmpty() && !listener.isClosed()) {
                emitter.send(SseEmitter.event().comment("here"));
            }
            for (var change : changed.entrySet()) {
                emitter.send(SseEmitter.event().name("changed").data(new Changed(change.getKey(), change.getValue()), MediaType.APPLICATION_JSON));
            }
        }
    }
}
