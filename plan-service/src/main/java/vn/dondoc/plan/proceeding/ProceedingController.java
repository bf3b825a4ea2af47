package vn.dondoc.plan.proceeding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Proceedings;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.ProceedingKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.ProceedingId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.directive.PointDirectives;
import vn.dondoc.plan.directive.Sides;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Folded;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.platform.web.Window;

import static vn.dondoc.contracts.event.Role.COMMUNE_LEADER;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;
import static vn.dondoc.contracts.event.Role.PROVINCE_STANDING;

/** Shows meetings and inspections, writes them, gives their points and closes them. */
@RestController
@RequestMapping("/api/proceedings")
class ProceedingController {

    private static final String COLLECTION = "proceedings";

    private final Aggregates<Proceeding> proceedings;
    private final ProceedingViews views;
    private final ProceedingRules rules;
    private final Writers writers;
    private final Giving giving;
    private final PointDirectives directives;
    private final MongoTemplate mongo;

    ProceedingController(
            Aggregates<Proceeding> proceedings, ProceedingViews views, ProceedingRules rules, Writers writers, Giving giving,
            PointDirectives directives, MongoTemplate mongo) {
        this.proceedings = proceedings;
        this.views = views;
        this.rules = rules;
        this.writers = writers;
        this.giving = giving;
        this.directives = directives;
        this.mongo = mongo;
    }

    @Allowed(on = Reach.SELF)
    @GetMapping
    Page<Proceedings.ProceedingSummary> list(
            Caller caller, Window window, @RequestParam(required = false) @Nullable String commune,
            @RequestParam(required = false) @Nullable String kind, @RequestParam(required = false) @Nullable String q) {
        var all = new ArrayList<>(List.of(within(caller)));
        if (commune != null && !commune.isBlank()) {
            all.add(Criteria.where("commune").is(commune));
        }
        if (kind != null && !kind.isBlank()) {
            var wanted = Coded.of(ProceedingKind.class, kind).orElseThrow(() -> ProblemException.of(400, "VALIDATION"));
            all.add(Criteria.where("kind").is(wanted.name()));
        }
        Folded.tokens(q == null ? "" : q).forEach(word -> all.add(Criteria.where("tokens").regex("^" + Pattern.quote(word))));
        var query = new Query(new Criteria().andOperator(all)).with(Sort.by(Sort.Direction.DESC, "heldOn", "_id"));
        var total = proceedings.count(query);
        query.skip(window.offset()).limit(window.limit() + 1).fields().exclude("history", "texts");
        var found = mongo.find(query, Proceeding.class, COLLECTION);
        return window.page(found.stream().map(proceeding -> views.summary(proceeding, caller.branch())).toList(), total);
    }

    @Allowed(on = Reach.ADDRESSED)
    @GetMapping("/{id}")
    ResponseEntity<Proceedings.Proceeding> one(@PathVariable String id, Caller caller) {
        var found = proceedings.find(id, within(caller)).orElseThrow(ProblemException::notFound);
        return Versions.ok(found.version(), views.one(found, caller));
    }

    @Allowed(value = {PROVINCE_STANDING, COMMUNE_LEADER, COMMUNE_STANDING}, on = Reach.SELF)
    @PostMapping
    ResponseEntity<Proceedings.Proceeding> write(@RequestBody Proceedings.Wanted wanted, Call call, Locale locale) {
        checkRead(wanted);
        var side = writers.of(call.caller()).orElseThrow(ProblemException::forbidden);
        rules.written(wanted, side, locale);
        var id = new ProceedingId(call.newId("proceeding"));
        var place = new Proceeding.Place(side.province(), side.commune(), side.giver(), side.decider());
        var made = proceedings.create(id.value(), act(call, side, wanted), () -> Proceeding.write(id, place, wanted, communesOf(wanted, side))).orProblem();
        return Versions.created(made.version(), views.one(made, call.caller()));
    }

    @Allowed(value = {PROVINCE_STANDING, COMMUNE_LEADER, COMMUNE_STANDING}, on = Reach.GIVEN)
    @PutMapping("/{id}")
    ResponseEntity<Proceedings.Proceeding> rewrite(@PathVariable String id, @RequestBody Proceedings.Wanted wanted, Call call, Locale locale) {
        call.expectedVersion();
        checkRead(wanted);
        var side = sideOf(id, call.caller());
        rules.written(wanted, side, locale);
        var made = proceedings.change(id, act(call, side, wanted), call.expected(), new Criteria[] {within(call.caller())},
                now -> now.rewrite(wanted, communesOf(wanted, side))).orProblem();
        return Versions.ok(made.version(), views.one(made, call.caller()));
    }

    @Allowed(value = {PROVINCE_STANDING, COMMUNE_LEADER, COMMUNE_STANDING}, on = Reach.GIVEN)
    @PostMapping("/{id}/directives")
    ResponseEntity<Proceedings.Proceeding> give(@PathVariable String id, @RequestBody Proceedings.Points points, Call call, Locale locale) {
        call.expectedVersion();
        var side = sideOf(id, call.caller());
        var before = proceedings.find(id, within(call.caller())).orElseThrow(ProblemException::notFound).state();
        rules.given(before, points.points(), side, LocalDate.ofInstant(call.at(), DomainClock.ZONE), locale);
        var act = act(call, side, points);
        proceedings.change(id, act, call.expected(), new Criteria[] {within(call.caller())}, now -> now.give(points.points(), act)).orProblem();
        var given = proceedings.change(id, new Act(act.actor(), act.at(), act.correlation(), null, null), giving::carriedOut).orProblem();
        return Versions.created(given.version(), views.one(given, call.caller()));
    }

    @Allowed(value = {PROVINCE_STANDING, COMMUNE_LEADER, COMMUNE_STANDING}, on = Reach.GIVEN)
    @PostMapping("/{id}/points/{point}/closing")
    ResponseEntity<Proceedings.Proceeding> close(
            @PathVariable String id, @PathVariable String point, @RequestBody Proceedings.PointClosing body, Call call) {
        call.expectedVersion();
        var side = sideOf(id, call.caller());
        var act = act(call, side, List.of(point, body));
        var closed = proceedings.change(id, act, call.expected(), new Criteria[] {within(call.caller())},
                now -> now.close(point, body.reason(), isFinished(now, point), act)).orProblem();
        return Versions.created(closed.version(), views.one(closed, call.caller()));
    }

    private boolean isFinished(Proceeding proceeding, String point) {
        return proceeding.points().stream().filter(one -> one.id().equals(point)).map(Point::directive).filter(Objects::nonNull)
                .findFirst().filter(directives::isFinished).isPresent();
    }

    /** 404 outside of the branch; 403 for those who only read it. */
    private Sides.Side sideOf(String id, Caller caller) {
        var found = proceedings.find(id, within(caller)).orElseThrow(ProblemException::notFound).state();
        return writers.of(caller, found).orElseThrow(ProblemException::forbidden);
    }

    private static Act act(Call call, Sides.Side side, Object body) {
        return call.act(body, List.of(side.giver()), Objects.requireNonNullElse(side.commune(), side.giver()));
    }

    private static List<UnitId> communesOf(Proceedings.Wanted wanted, Sides.Side side) {
        var named = Stream.concat(wanted.participants().stream(), wanted.points().stream().flatMap(point -> point.units().stream()));
        return named.map(side.reach()::get).filter(Objects::nonNull).map(UnitState::commune).filter(Objects::nonNull).distinct().toList();
    }

    /** What Jackson read may lack what the record promises. */
    private static void checkRead(Proceedings.Wanted wanted) {
        if ((Object) wanted.kind() == null || (Object) wanted.heldOn() == null) {
            throw ProblemException.of(400, "BODY_UNREADABLE");
        }
    }

    /** Those of the branch, and those that name units of it. */
    private static Criteria within(Caller caller) {
        return caller.branch().reaching("communes", "units");
    }
}
