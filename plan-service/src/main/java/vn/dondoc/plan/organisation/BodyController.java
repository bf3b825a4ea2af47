package vn.dondoc.plan.organisation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.Ids;
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

/** Steering committees, working groups and programmes: who takes part, in charge of what, and who urges. */
@RestController
class BodyController {

    private final DirectoryQuery query;
    private final Aggregates<Unit> units;
    private final Aggregates<Position> positions;
    private final Aggregates<Body> bodies;
    private final Problems problems;

    BodyController(DirectoryQuery query, Aggregates<Unit> units, Aggregates<Position> positions, Aggregates<Body> bodies, Problems problems) {
        this.query = query;
        this.units = units;
        this.positions = positions;
        this.bodies = bodies;
        this.problems = problems;
    }

    @Allowed(on = Reach.SELF)
    @GetMapping("/api/organisation/bodies")
    Page<Organisation.Body> list(@RequestParam(required = false) @Nullable String area, Caller caller, Window window) {
        return area != null && !Ids.plausible(area)
                ? window.page(List.of(), 0L)
                : query.bodies(area == null ? null : new UnitId(area), caller, window);
    }

    @Allowed(on = Reach.AROUND_AND_ABOVE)
    @GetMapping("/api/organisation/bodies/{id}")
    ResponseEntity<Organisation.Body> read(@PathVariable String id, Caller caller) {
        var found = query.body(id, caller).orElseThrow(ProblemException::notFound);
        return Versions.ok(found.version(), query.view(found, caller));
    }

    @Allowed(value = {PROVINCE_ADMINISTRATOR, COMMUNE_ADMINISTRATOR}, on = Reach.BRANCH)
    @PutMapping("/api/organisation/bodies/{id}")
    ResponseEntity<Organisation.Body> set(@PathVariable String id, @RequestBody Organisation.BodyWanted body, Call call, Locale locale) {
        if (!Ids.plausible(id)) {
            throw ProblemException.notFound();
        }
        var caller = call.caller();
        var area = area(body, caller);
        bodies.find(id).ifPresent(before -> {
            if (!before.state().state().area().equals(area.id())) {
                throw ProblemException.notFound();
            }
        });
        var broken = new BrokenRules();
        var wanted = entries(body, area, broken).read("body", new BodyId(id), entry(id, body, area));
        broken.orProblem(400, "VALIDATION", problems, locale);
        var state = Objects.requireNonNull(wanted);
        var act = call.act(List.of("body", id, body), List.of(), area.id());
        var changed = new FirstOrNext<>(bodies).put(
                id, act, call.expectedVersion(), () -> Body.setUp(state), before -> before.become(state)).orProblem();
        return Versions.ok(changed.version(), query.view(changed, caller));
    }

    private Unit area(Organisation.BodyWanted body, Caller caller) {
        var area = body.area() == null ? null : units.find(body.area().value()).map(Versioned::state).orElse(null);
        if (area == null || !DirectoryBorder.mayKeep(caller, area.state())) {
            throw ProblemException.notFound();
        }
        return area;
    }

    /** What a body may refer to: the units and positions of its area, as far as it names them. */
    private BodyEntries entries(Organisation.BodyWanted body, Unit area, BrokenRules broken) {
        var named = body.members().stream().filter(Objects::nonNull).filter(one -> one.position() != null).map(one -> one.position().value()).toList();
        var places = positions.list(new Query(Criteria.where("_id").in(named))).stream().map(Versioned::state)
                .collect(Collectors.toMap(Position::id, Position::unit));
        var ids = new HashSet<String>();
        places.values().forEach(unit -> ids.add(unit.value()));
        ids.add(area.id().value());
        if (body.unit() != null) {
            ids.add(body.unit().value());
        }
        if (body.urging() != null) {
            ids.add(body.urging().value());
        }
        var known = units.list(new Query(Criteria.where("_id").in(ids))).stream().map(one -> one.state().state()).toList();
        return new BodyEntries(new UnitTree(known, List.of()), places, Map.of(), broken);
    }

    private static DirectoryBody.BodyEntry entry(String id, Organisation.BodyWanted body, Unit area) {
        var members = body.members().stream()
                .map(one -> one == null ? null : new DirectoryBody.MemberEntry(
                        one.position() == null ? null : one.position().value(), one.part() == null ? null : one.part().code(), one.field()))
                .toList();
        return new DirectoryBody.BodyEntry(
                id, body.name(), body.kind() == null ? null : body.kind().code(), area.province().value(), area.commune() == null ? null : area.commune().value(),
                body.unit() == null ? null : body.unit().value(), body.urging() == null ? null : body.urging().value(), members, body.active());
    }
}
