package vn.dondoc.reporting.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;

/** Server-sent events: which of the communes the caller may see has other figures now. */
@RestController
@RequestMapping("/api/dashboards")
class ChangeController {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeController.class);

    private final Listeners listeners;
    private final Duration heartbeat;
    private final Duration longest;

    ChangeController(Listeners listeners, LiveProperties properties) {
        this.listeners = listeners;
        this.heartbeat = properties.heartbeat();
        this.longest = properties.longest();
    }

    /** The data of an event. */
    record Changed(UnitId commune, Instant asOf) {}

    @GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed
    ResponseEntity<SseEmitter> changes(Caller caller) {
        var communes = new HashSet<>(caller.branch().communes());
        communes.addAll(caller.ownCommunes());
        var listener = new Listener(caller.branch().provinces(), communes);
        var emitter = new SseEmitter(0L);
        emitter.onCompletion(listener::close);
        emitter.onError(_ -> listener.close());
        listeners.add(listener);
        Thread.ofVirtual().name("dashboard-changes").start(() -> serve(listener, emitter));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("X-Accel-Buffering", "no").body(emitter);
    }

    private void serve(Listener listener, SseEmitter emitter) {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            follow(listener, emitter);
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A dashboard was closed", gone);
            emitter.complete();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.remove(listener);
        }
    }

    private void follow(Listener listener, SseEmitter emitter) throws IOException, InterruptedException {
        var opened = System.nanoTime();
        while (!listener.isClosed() && System.nanoTime() - opened < longest.toNanos()) {
            var changed = listener.await(heartbeat.toMillis());
            if (changed.isEmpty() && !listener.isClosed()) {
                emitter.send(SseEmitter.event().comment("here"));
            }
            for (var change : changed.entrySet()) {
                emitter.send(SseEmitter.event().name("changed").data(new Changed(change.getKey(), change.getValue()), MediaType.APPLICATION_JSON));
            }
        }
    }
}
