package vn.dondoc.task.calendar;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Calendars;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Callers;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;

/** Keys of people's calendars, and the calendars themselves: whoever has the key reads, without a session. */
@RestController
final class CalendarCalls {

    private static final int COME_BACK_SECONDS = 600;

    private final CalendarKeys keys;
    private final Feed feed;
    private final Callers callers;
    private final DomainClock clock;
    private final Pace pace = new Pace(System::nanoTime);

    CalendarCalls(CalendarKeys keys, Feed feed, Callers callers, DomainClock clock) {
        this.keys = keys;
        this.feed = feed;
        this.callers = callers;
        this.clock = clock;
    }

    @GetMapping("/api/calendar/keys")
    @Allowed(on = Reach.SELF)
    Calendars.Keys list(Caller caller) {
        return new Calendars.Keys(keys.of(caller.person()));
    }

    @PostMapping("/api/calendar/keys")
    @Allowed(on = Reach.SELF)
    ResponseEntity<Calendars.Made> make(Call call) {
        return ResponseEntity.status(201).body(keys.make(call.newId("calendar-key"), call.caller().person(), call.at()));
    }

    @DeleteMapping("/api/calendar/keys/{id}")
    @Allowed(on = Reach.SELF)
    Calendars.Keys revoke(@PathVariable String id, Call call) {
        if (!keys.revoke(id, call.caller().person(), call.at())) {
            throw ProblemException.notFound();
        }
        return new Calendars.Keys(keys.of(call.caller().person()));
    }

    /** The key is the proof; a person who holds no position any more has no deadlines. */
    @GetMapping("/api/calendar/{key}.ics")
    @Allowed(anybody = true, on = Reach.ANOTHER_PROOF)
    ResponseEntity<byte[]> calendar(@PathVariable String key) {
        var person = keys.holderOf(key, clock.today()).orElseThrow(ProblemException::notFound);
        if (!pace.allows(CalendarKeys.hash(key))) {
            throw ProblemException.tooOften(COME_BACK_SECONDS);
        }
        return ResponseEntity.ok()
                .header("Content-Type", "text/calendar; charset=utf-8")
                .cacheControl(CacheControl.noStore())
                .body(feed.of(callers.of(person)).getBytes(StandardCharsets.UTF_8));
    }
}
