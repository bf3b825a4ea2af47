package vn.dondoc.plan.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.FirstOrNext;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.COMMUNE_LEADER;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;
import static vn.dondoc.contracts.event.Role.PROVINCE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.PROVINCE_STANDING;

/** How provinces and communes keep time. */
@RestController
class SettingsController {

    private static final String PATH = "/api/organisation/settings/{id}";

    private final SettingsQuery query;
    private final Aggregates<UnitSettings> settings;
    private final Problems problems;

    SettingsController(SettingsQuery query, Aggregates<UnitSettings> settings, Problems problems) {
        this.query = query;
        this.settings = settings;
        this.problems = problems;
    }

    @Allowed(on = Reach.AROUND)
    @GetMapping(PATH)
    ResponseEntity<Organisation.Settings> read(@PathVariable String id, Caller caller) {
        var view = query.view(query.unit(id, caller), caller);
        return Versions.ok(view.version(), view);
    }

    @Allowed(value = {PROVINCE_ADMINISTRATOR, PROVINCE_STANDING, COMMUNE_ADMINISTRATOR, COMMUNE_STANDING, COMMUNE_LEADER}, on = Reach.SETTING)
    @PutMapping(PATH)
    ResponseEntity<Organisation.Settings> change(
            @PathVariable String id, @RequestBody Organisation.SettingsWanted body, Call call, Locale locale) {
        var unit = query.unit(id, call.caller());
        if (!query.mayChange(unit, call.caller())) {
            throw ProblemException.forbidden();
        }
        if (body.daysOff() != null && unit.kind() != UnitKind.PROVINCE) {
            throw ProblemException.of(422, "DAYS_OFF_OF_PROVINCE");
        }
        if (body.depth() != null && unit.kind() != UnitKind.PROVINCE) {
            throw ProblemException.of(422, "DEPTH_OF_PROVINCE");
        }
        checkDecider(unit, body.decider(), call.caller());
        SettingsRules.check(body).orProblem(400, "VALIDATION", problems, locale);
        var wanted = new SettingsState(
                unit.id(), body.daysOff(), body.daysLeft(), body.daysLate(), body.overdueEvery(), body.acceptAfter(), body.staleAfter(),
                body.explainWithin(), body.depth(), body.decider());
        var act = call.act(List.of("settings", id, body), Set.of(), unit.area());
        var changed = new FirstOrNext<>(settings).put(
                id, act, call.expectedVersion(), () -> UnitSettings.set(wanted), before -> before.become(wanted)).orProblem();
        var view = query.view(unit, call.caller(), Optional.of(changed));
        return Versions.ok(view.version(), view);
    }

    private void checkDecider(Unit unit, @Nullable PositionId wanted, Caller caller) {
        var present = query.own(unit.id()).map(own -> own.state().state().decider()).orElse(null);
        if (Objects.equals(wanted, present)) {
            return;
        }
        if (unit.kind() == UnitKind.PROVINCE) {
            throw ProblemException.of(422, "DECIDER_OF_COMMUNE");
        } else if (!query.namesDecider(unit, caller)) {
            throw ProblemException.of(403, "DECIDER_BY_LEADERS");
        } else if (wanted != null && query.deciders(unit.id()).stream().noneMatch(one -> one.position().equals(wanted))) {
            throw ProblemException.of(422, "DECIDER_UNKNOWN");
        }
    }
}
