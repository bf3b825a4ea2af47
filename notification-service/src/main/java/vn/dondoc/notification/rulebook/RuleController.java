package vn.dondoc.notification.rulebook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.ReminderRules;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.FirstOrNext;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.COMMUNE_LEADER;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;
import static vn.dondoc.contracts.event.Role.PROVINCE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.PROVINCE_STANDING;

/** The rules of a province or a commune over HTTP. */
@RestController
@RequestMapping("/api/notifications/rules/{unit}")
class RuleController {

    private final Aggregates<RuleBook> books;
    private final RulePlaces places;
    private final RuleViews views;
    private final RulePreview preview;
    private final Problems problems;
    private final DomainClock clock;

    RuleController(
            Aggregates<RuleBook> books, RulePlaces places, RuleViews views, RulePreview preview, Problems problems, DomainClock clock) {
        this.books = books;
        this.places = places;
        this.views = views;
        this.preview = preview;
        this.problems = problems;
        this.clock = clock;
    }

    @Allowed(on = Reach.AROUND)
    @GetMapping
    ResponseEntity<ReminderRules.Rules> read(@PathVariable String unit, Caller caller, Locale locale) {
        var place = places.seen(unit, caller);
        return shown(place, books.find(unit), caller, locale);
    }

    /** The rules that the place decides itself; those that are not named are as the level above has them, so none at all resets it. */
    @Allowed(value = {PROVINCE_ADMINISTRATOR, PROVINCE_STANDING, COMMUNE_ADMINISTRATOR, COMMUNE_STANDING, COMMUNE_LEADER}, on = Reach.SETTING)
    @PutMapping
    ResponseEntity<ReminderRules.Rules> change(@PathVariable String unit, @RequestBody ReminderRules.Wanted wanted, Call call, Locale locale) {
        var place = changed(unit, call.caller());
        var entries = RuleReading.of(wanted, problems, locale);
        var act = call.act(List.of("rules", unit, wanted), Set.of(), place.id());
        var done = new FirstOrNext<>(books).put(
                unit, act, call.expectedVersion(), () -> RuleBook.set(place.id(), entries), before -> before.become(entries)).orProblem();
        return shown(place, Optional.of(done), call.caller(), locale);
    }

    @Allowed(value = {PROVINCE_ADMINISTRATOR, PROVINCE_STANDING, COMMUNE_ADMINISTRATOR, COMMUNE_STANDING, COMMUNE_LEADER}, on = Reach.SETTING)
    @PostMapping("/preview")
    ReminderRules.Preview preview(@PathVariable String unit, @RequestBody ReminderRules.Wanted wanted, Caller caller, Locale locale) {
        var place = changed(unit, caller);
        return preview.of(place, RuleReading.of(wanted, problems, locale), clock.today());
    }

    private UnitState changed(String unit, Caller caller) {
        var place = places.seen(unit, caller);
        if (!places.mayChange(place, caller)) {
            throw ProblemException.forbidden();
        }
        return place;
    }

    private ResponseEntity<ReminderRules.Rules> shown(UnitState place, Optional<Versioned<RuleBook>> stored, Caller caller, Locale locale) {
        var rules = views.of(place, stored, places.mayChange(place, caller), locale);
        return Versions.ok(rules.version(), rules);
    }
}
