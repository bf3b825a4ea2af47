package vn.dondoc.platform.trail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Audit;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Window;

/** The histories of this service for those who inspect, within their branch. */
@RestController
@RequestMapping("/api/operations/${spring.application.name}/histories")
class TrailController {

    private static final Set<String> ACTORS = Set.of("people", "system");
    /** Clocks of other instances may be ahead. */
    private static final Duration AHEAD = Duration.ofHours(1);
    /** Days beyond these are as good as these, and do not go beyond what can be stored. */
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 2);
    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    private final Search search;
    private final Views views;
    private final Directory directory;
    private final Clock systemClock;

    TrailController(Search search, Views views, Directory directory, Clock systemClock) {
        this.search = search;
        this.views = views;
        this.directory = directory;
        this.systemClock = systemClock;
    }

    @Allowed(
            value = {Role.INSPECTION, Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING, Role.COMMUNE_ADMINISTRATOR, Role.COMMUNE_STANDING}, on = Reach.SELF)
    @GetMapping
    Page<Audit.Entry> list(
            @RequestParam(required = false) @Nullable String object,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String position,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String commune,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        if (by != null && !ACTORS.contains(by)) {
            throw ProblemException.of(400, "VALIDATION");
        }
        var most = limit(limit);
        var sought = new Sought(object, person, position, type, by, commune, from == null ? Instant.EPOCH : start(from), end(to), Place.parse(after));
        var found = search.newest(Border.of(caller, directory), sought, most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        var last = found.size() > most ? shown.getLast() : null;
        return new Page<>(views.of(shown), last == null ? null : new Place(last.writtenAt(), last.sequence(), last.id()).cursor(), null);
    }

    private static int limit(@Nullable Integer limit) {
        var most = limit == null ? Window.DEFAULT : limit;
        if (most < 1 || most > Window.MOST) {
            throw ProblemException.of(400, "LIMIT", Window.MOST);
        }
        return most;
    }

    /** Days are days of the system's clock in {@link DomainClock#ZONE}, the last one included. */
    private Instant end(@Nullable LocalDate to) {
        return to == null ? systemClock.instant().plus(AHEAD) : start(to).plus(Duration.ofDays(1));
    }

    private static Instant start(LocalDate day) {
        var sane = day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
        return sane.atStartOfDay(DomainClock.ZONE).toInstant();
    }
}
