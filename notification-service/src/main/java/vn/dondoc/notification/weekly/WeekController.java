package vn.dondoc.notification.weekly;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.UrgedWeeks;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Branch;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.time.DomainClock;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.COMMUNE_LEADER;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;
import static vn.dondoc.contracts.event.Role.INSPECTION;
import static vn.dondoc.contracts.event.Role.PROVINCE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.PROVINCE_STANDING;
import static vn.dondoc.contracts.event.Role.PROVINCE_VIEWER;

/** A week over HTTP. */
@RestController
@RequestMapping("/api/notifications/weeks/{unit}")
class WeekController {

    private final Weeks weeks;
    private final Directory directory;
    private final DomainClock clock;

    WeekController(Weeks weeks, Directory directory, DomainClock clock) {
        this.weeks = weeks;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param week a day of it; the last whole week without one */
    @Allowed(value = {PROVINCE_ADMINISTRATOR, PROVINCE_STANDING, PROVINCE_VIEWER, INSPECTION, COMMUNE_ADMINISTRATOR, COMMUNE_LEADER, COMMUNE_STANDING}, on = Reach.BRANCH)
    @GetMapping
    UrgedWeeks.Week week(@PathVariable String unit, @RequestParam(required = false) @Nullable LocalDate week, Caller caller) {
        if (!Ids.plausible(unit)) {
            throw ProblemException.notFound();
        }
        var place = directory.unit(new UnitId(unit)).filter(known -> isSeen(known, caller.branch().figures())).orElseThrow(ProblemException::notFound);
        var monday = week == null ? Weeks.mondayOf(clock.today()).minusDays(7) : Weeks.mondayOf(week);
        return weeks.of(place.id(), place.kind() == UnitKind.PROVINCE, monday);
    }

    /** Figures of a commune, or of a whole province. */
    private static boolean isSeen(UnitState place, Branch branch) {
        return place.kind() == UnitKind.PROVINCE
                ? branch.provinces().contains(place.id())
                : place.id().equals(place.commune()) && (branch.provinces().contains(place.province()) || branch.communes().contains(place.id()));
    }
}
