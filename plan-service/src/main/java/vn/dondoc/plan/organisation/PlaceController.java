package vn.dondoc.plan.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.event.Absence;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.FirstOrNext;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.platform.web.Window;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.PROVINCE_ADMINISTRATOR;

/** Units with what is in them, who holds which position, and who stands in. */
@RestController
class PlaceController {

    private static final int LONGEST_ABSENCE = 366;

    private final DirectoryQuery query;
    private final Aggregates<Unit> units;
    private final Aggregates<Position> positions;
    private final Problems problems;

    PlaceController(DirectoryQuery query, Aggregates<Unit> units, Aggregates<Position> positions, Problems problems) {
        this.query = query;
        this.units = units;
        this.positions = positions;
        this.problems = problems;
    }

    @Allowed(on = Reach.AROUND)
    @GetMapping("/api/organisation/units/{id}")
    Organisation.UnitDetail unit(@PathVariable String id, Caller caller, Locale locale) {
        return query.detail(id, caller, locale);
    }

    @Allowed(on = Reach.SELF)
    @GetMapping("/api/organisation/positions")
    Page<Organisation.PlaceName> list(@RequestParam(required = false) @Nullable String area, Caller caller, Window window) {
        return area != null && !Ids.plausible(area) ? window.page(List.of(), 0L) : query.places(area == null ? null : new UnitId(area), caller, window);
    }

    @Allowed(on = Reach.AROUND)
    @GetMapping("/api/organisation/positions/{id}")
    ResponseEntity<Organisation.Place> read(@PathVariable String id, Caller caller) {
        return answer(find(id, caller), caller);
    }

    /** Sets a position up, gives it to somebody, takes it back, or moves it to another unit. */
    @Allowed(value = {PROVINCE_ADMINISTRATOR, COMMUNE_ADMINISTRATOR}, on = Reach.BRANCH)
    @PutMapping("/api/organisation/positions/{id}")
    ResponseEntity<Organisation.Place> set(@PathVariable String id, @RequestBody Organisation.PlaceWanted body, Call call, Locale locale) {
        if (!Ids.plausible(id)) {
            throw ProblemException.notFound();
        }
        var caller = call.caller();
        var before = positions.find(id);
        before.ifPresent(found -> kept(found.state().unit(), caller));
        var unit = kept(body.unit(), caller);
        var broken = new BrokenRules();
        var stored = before.map(found -> Map.of(found.state().id(), found.state().unit())).orElse(Map.of());
        var entry = new DirectoryBody.PositionEntry(
                id, unit.id().value(), body.title(), body.role() == null ? null : body.role().code(), body.holder() == null ? null : body.holder().value(), body.mailbox(),
                body.scope());
        var tree = new UnitTree(units.find(unit.id().value()).map(found -> List.of(found.state().state())).orElse(List.of()), List.of());
        var read = new PositionEntries(tree, stored.values().stream().allMatch(unit.id()::equals) ? stored : Map.of(), broken).read(List.of(entry));
        broken.require(unit.active() || body.holder() == null, "unit", "UNIT_INACTIVE_PLACE");
        broken.orProblem(400, "VALIDATION", problems, locale);
        var wanted = read.getFirst();
        var act = call.act(List.of("position", id, body), List.of(unit.id()), unit.area());
        var changed = new FirstOrNext<>(positions).put(
                id, act, call.expectedVersion(), () -> Position.fill(wanted.position(), wanted.area()),
                position -> position.become(wanted.position(), wanted.area())).orProblem();
        return answer(changed, caller);
    }

    /** Says that the holder is away and who stands in, or that the holder is there again. */
    @Allowed(on = Reach.ABSENCE)
    @PutMapping("/api/organisation/positions/{id}/absence")
    ResponseEntity<Organisation.Place> away(@PathVariable String id, @RequestBody Organisation.AbsenceWanted body, Call call, Locale locale) {
        var caller = call.caller();
        var found = find(id, caller);
        var position = found.state();
        var unit = unitOf(position);
        if (!DirectoryQuery.mayTellAbsence(position, caller.person(), DirectoryBorder.mayKeep(caller, unit.state()))) {
            throw ProblemException.forbidden();
        }
        var broken = new BrokenRules();
        check(body.absence(), position, unit, broken);
        broken.orProblem(400, "VALIDATION", problems, locale);
        var act = call.act(List.of("absence", id, body), List.of(unit.id()), unit.area());
        var changed = positions.change(
                id, act, call.expectedVersion(), new Criteria[0], one -> one.away(body.absence())).orProblem();
        return answer(changed, caller);
    }

    private void check(@Nullable Absence absence, Position position, Unit unit, BrokenRules broken) {
        if (absence == null) {
            return;
        }
        if (absence.from() == null) {
            broken.add("absence.from", "DAY_MISSING");
            return;
        }
        var until = absence.until();
        broken.require(until == null || !until.isBefore(absence.from()) && until.isBefore(absence.from().plusDays(LONGEST_ABSENCE)),
                "absence.until", "ABSENCE_DAYS", LONGEST_ABSENCE);
        var deputy = absence.deputy();
        broken.require(deputy == null || !deputy.equals(position.id()) && isOfSameArea(deputy, unit), "absence.deputy", "DEPUTY_UNKNOWN", String.valueOf(deputy));
    }

    /** Whoever stands in is of the same commune, or of the province where the position is. */
    private boolean isOfSameArea(PositionId deputy, Unit unit) {
        return positions.find(deputy.value()).map(Versioned::state)
                .filter(one -> one.holder() != null && one.area().equals(unit.area()) && unitOf(one).active()).isPresent();
    }

    private Unit kept(@Nullable UnitId id, Caller caller) {
        var unit = id == null ? null : units.find(id.value()).map(Versioned::state).orElse(null);
        if (unit == null || !DirectoryBorder.mayKeep(caller, unit.state())) {
            throw ProblemException.notFound();
        }
        return unit;
    }

    private Versioned<Position> find(String id, Caller caller) {
        var found = positions.find(id).orElseThrow(ProblemException::notFound);
        query.seen(found.state().unit().value(), caller);
        return found;
    }

    private Unit unitOf(Position position) {
        return units.find(position.unit().value()).orElseThrow(ProblemException::notFound).state();
    }

    private ResponseEntity<Organisation.Place> answer(Versioned<Position> found, Caller caller) {
        return Versions.ok(found.version(), query.place(found, caller, unitOf(found.state())));
    }
}
