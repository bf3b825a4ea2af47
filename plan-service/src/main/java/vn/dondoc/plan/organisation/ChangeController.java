package vn.dondoc.plan.organisation;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.PROVINCE_ADMINISTRATOR;

/** Takes what a unit becomes: another name, another place, part of another unit, several units; at once or on a day to come. */
@RestController
class ChangeController {

    private static final int MOST_PARTS = 20;
    private static final int MOST_YEARS_AHEAD = 2;

    private final Aggregates<Unit> units;
    private final Aggregates<UnitChange> changes;
    private final UnitChanges carrying;
    private final DomainClock clock;
    private final Problems problems;

    ChangeController(Aggregates<Unit> units, Aggregates<UnitChange> changes, UnitChanges carrying, DomainClock clock, Problems problems) {
        this.units = units;
        this.changes = changes;
        this.carrying = carrying;
        this.clock = clock;
        this.problems = problems;
    }

    @Allowed(value = {PROVINCE_ADMINISTRATOR, COMMUNE_ADMINISTRATOR}, on = Reach.BRANCH)
    @PostMapping("/api/organisation/units/{id}/changes")
    ResponseEntity<Organisation.Change> plan(@PathVariable String id, @RequestBody Organisation.ChangeWanted body, Call call, Locale locale) {
        var unit = units.find(id, call.caller().branch().figures().within()).orElseThrow(ProblemException::notFound).state();
        if (!DirectoryBorder.mayChange(call.caller(), unit.state())) {
            throw ProblemException.forbidden();
        }
        var broken = new BrokenRules();
        var kind = check(body, broken);
        broken.orProblem(400, "VALIDATION", problems, locale);
        var change = call.newId("unit-change");
        var act = call.act(List.of("change", id, body), List.of(unit.id()), unit.area());
        var wanted = wanted(change, unit, Objects.requireNonNull(kind), body, act.at());
        if (changes.find(change).isEmpty()) {
            carrying.obstacle(wanted).ifPresent(obstacle -> {
                throw obstacle;
            });
        }
        var planned = changes.create(change, act, () -> UnitChange.plan(
                change, unit, wanted.kind(), wanted.effective(), wanted.name(), wanted.parent(), wanted.into(), wanted.parts(), act)).orProblem();
        var after = planned.state().effective().isAfter(clock.today()) ? planned : carrying.carryOut(change);
        return ResponseEntity.created(URI.create("/api/organisation/units/" + id)).header(HttpHeaders.ETAG, "\"" + after.version() + "\"")
                .body(carrying.view(after, locale));
    }

    @Allowed(value = {PROVINCE_ADMINISTRATOR, COMMUNE_ADMINISTRATOR}, on = Reach.BRANCH)
    @PostMapping("/api/organisation/changes/{id}/withdrawal")
    ResponseEntity<Organisation.Change> withdraw(@PathVariable String id, Call call, Locale locale) {
        var found = changes.find(id).orElseThrow(ProblemException::notFound).state();
        var unit = units.find(found.unit().value(), call.caller().branch().figures().within()).orElseThrow(ProblemException::notFound).state();
        if (!DirectoryBorder.mayChange(call.caller(), unit.state())) {
            throw ProblemException.forbidden();
        }
        var act = call.act(List.of("withdrawal", id), List.of(unit.id()), unit.area());
        var after = changes.change(id, act, call.expectedVersion(), new Criteria[0], UnitChange::withdraw).orProblem();
        return Versions.ok(after.version(), carrying.view(after, locale));
    }

    private UnitChange.@Nullable Kind check(Organisation.ChangeWanted body, BrokenRules broken) {
        var kind = kindOf(body.kind()).orElse(null);
        broken.require(kind != null, "kind", "CHANGE_KIND_UNKNOWN", String.valueOf(body.kind()));
        var latest = clock.today().plusYears(MOST_YEARS_AHEAD);
        broken.require(body.effective() == null || !body.effective().isBefore(clock.today()) && !body.effective().isAfter(latest), "effective", "EFFECTIVE_DAY");
        broken.require(kind != UnitChange.Kind.RENAME || isName(body.name()), "name", "NAME_MISSING");
        broken.require(kind != UnitChange.Kind.MOVE || body.parent() != null, "parent", "PARENT_UNKNOWN", "");
        broken.require(kind != UnitChange.Kind.MERGER || intoOf(body.into()).isPresent(), "into", "SUCCESSOR_UNKNOWN");
        broken.require(kind == UnitChange.Kind.SPLIT ? !body.parts().isEmpty() && body.parts().size() <= MOST_PARTS : body.parts().isEmpty(), "parts", "SPLIT_PARTS", MOST_PARTS);
        for (int i = 0; i < body.parts().size(); i++) {
            var part = body.parts().get(i);
            broken.require(part != null && isName(part.name()), "parts[" + i + "].name", "NAME_MISSING");
            broken.require(part == null || part.kind() != null, "parts[" + i + "].kind", "KIND_UNKNOWN", "");
        }
        if (kind == UnitChange.Kind.SPLIT && body.into() != null && !body.into().isBlank()) {
            var number = numberOf(body.into());
            broken.require(number == null ? intoOf(body.into()).isPresent() : number >= 1 && number <= body.parts().size(), "into", "SUCCESSOR_UNKNOWN");
        }
        return kind;
    }

    private static boolean isName(@Nullable String name) {
        return name != null && !name.isBlank() && name.length() <= UnitEntries.LONGEST_NAME && name.strip().chars().noneMatch(Character::isISOControl);
    }

    private UnitChange wanted(String id, Unit unit, UnitChange.Kind kind, Organisation.ChangeWanted body, Instant at) {
        var parts = new ArrayList<UnitChange.Part>();
        for (int i = 0; i < body.parts().size(); i++) {
            var part = body.parts().get(i);
            parts.add(new UnitChange.Part(new UnitId(Ids.derived("unit", id, Integer.toString(i))), part.name().strip(), part.kind(), part.positions(), part.units()));
        }
        var number = body.into() == null ? null : numberOf(body.into());
        var into = number != null ? parts.get(number - 1).id() : intoOf(body.into()).orElse(null);
        var effective = Objects.requireNonNullElseGet(body.effective(), () -> LocalDate.ofInstant(at, DomainClock.ZONE));
        return new UnitChange(
                id, unit.id(), unit.province(), unit.commune(), kind, effective, UnitChange.State.PLANNED, kind == UnitChange.Kind.RENAME ? strip(body.name()) : null,
                kind == UnitChange.Kind.MOVE ? body.parent() : null, into, parts, at, Actor.system("none"), "", null, null, null);
    }

    private static @Nullable String strip(@Nullable String name) {
        return name == null ? null : name.strip();
    }

    private static Optional<UnitChange.Kind> kindOf(@Nullable String code) {
        return Stream.of(UnitChange.Kind.values()).filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(code)).findFirst();
    }

    private static Optional<UnitId> intoOf(@Nullable String into) {
        return into == null || !Ids.plausible(into) ? Optional.empty() : Optional.of(new UnitId(into));
    }

    /** "#2" is the second of the new units. */
    private static @Nullable Integer numberOf(String into) {
        return into.matches("#\\d{1,3}") ? Integer.valueOf(into.substring(1)) : null;
    }
}
