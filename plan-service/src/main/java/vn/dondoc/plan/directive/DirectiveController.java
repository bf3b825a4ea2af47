package vn.dondoc.plan.directive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.VietnameseOrder;
import vn.dondoc.contracts.api.Directives;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Folded;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.platform.web.Window;

import static vn.dondoc.contracts.event.Role.COMMUNE_LEADER;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;
import static vn.dondoc.contracts.event.Role.PROVINCE_STANDING;
import static vn.dondoc.contracts.event.Role.UNIT_HEAD;

/** Shows directives, gives them and takes them back. */
@RestController
@RequestMapping("/api/directives")
class DirectiveController {

    private static final String COLLECTION = "directives";

    private final Aggregates<Directive> directives;
    private final DirectiveActs acts;
    private final DirectiveViews views;
    private final Sides sides;
    private final MongoTemplate mongo;

    DirectiveController(Aggregates<Directive> directives, DirectiveActs acts, DirectiveViews views, Sides sides, MongoTemplate mongo) {
        this.directives = directives;
        this.acts = acts;
        this.views = views;
        this.sides = sides;
        this.mongo = mongo;
    }

    @Allowed(on = Reach.SELF)
    @GetMapping
    Page<Directives.DirectiveSummary> list(
            Caller caller, Window window, @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Boolean given, @RequestParam(required = false) @Nullable String q) {
        var all = new ArrayList<>(List.of(DirectiveActs.within(caller)));
        if (unit != null && !unit.isBlank()) {
            all.add(new Criteria().orOperator(
                    Criteria.where("giver").is(unit), Criteria.where("parts.addressee").is(unit), Criteria.where("parts.lead").is(unit)));
        }
        if (given != null) {
            var own = caller.branch().within("giver");
            all.add(given ? own : new Criteria().norOperator(own));
        }
        Folded.tokens(q == null ? "" : q).forEach(word -> all.add(Criteria.where("tokens").regex("^" + Pattern.quote(word))));
        var query = new Query(new Criteria().andOperator(all)).with(Sort.by(Sort.Direction.DESC, "issuedOn", "_id"));
        var total = directives.count(query);
        query.skip(window.offset()).limit(window.limit() + 1).fields().exclude("history", "texts");
        return window.page(views.summaries(mongo.find(query, Directive.class, COLLECTION), caller), total);
    }

    @Allowed(on = Reach.SELF)
    @GetMapping("/addressees")
    Directives.Reach addressees(Caller caller) {
        var byName = Comparator.comparing(Directives.Addressee::name, VietnameseOrder.NAMES);
        return new Directives.Reach(sides.of(caller).stream().flatMap(side -> side.reach().values().stream()).distinct()
                .map(unit -> new Directives.Addressee(unit.id(), unit.name(), unit.kind())).sorted(byName).toList());
    }

    @Allowed(on = Reach.ADDRESSED)
    @GetMapping("/{id}")
    ResponseEntity<Directives.Directive> one(@PathVariable String id, Caller caller) {
        var found = directives.find(id, DirectiveActs.within(caller)).orElseThrow(ProblemException::notFound);
        return Versions.ok(found.version(), views.one(found, caller));
    }

    @Allowed(value = {PROVINCE_STANDING, COMMUNE_LEADER, COMMUNE_STANDING, UNIT_HEAD}, on = Reach.SELF)
    @PostMapping
    ResponseEntity<Directives.Directive> give(@RequestBody Directives.Wanted wanted, Call call, Locale locale) {
        var given = acts.give(wanted, call, locale);
        return Versions.created(given.version(), views.one(given, call.caller()));
    }

    @Allowed(value = {PROVINCE_STANDING, COMMUNE_LEADER, COMMUNE_STANDING, UNIT_HEAD}, on = Reach.GIVEN)
    @PostMapping("/{id}/addressees")
    ResponseEntity<Directives.Directive> extend(@PathVariable String id, @RequestBody Directives.More more, Call call, Locale locale) {
        var extended = acts.extend(id, more, call, locale);
        return Versions.created(extended.version(), views.one(extended, call.caller()));
    }

    @Allowed(value = {PROVINCE_STANDING, COMMUNE_LEADER, COMMUNE_STANDING, UNIT_HEAD}, on = Reach.GIVEN)
    @PostMapping("/{id}/withdrawal")
    ResponseEntity<Directives.Directive> withdraw(@PathVariable String id, @RequestBody Directives.Withdrawal wanted, Call call, Locale locale) {
        var withdrawn = acts.withdraw(id, wanted, call, locale);
        return Versions.created(withdrawn.version(), views.one(withdrawn, call.caller()));
    }
}
