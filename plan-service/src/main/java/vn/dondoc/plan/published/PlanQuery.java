package vn.dondoc.plan.published;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.platform.access.Branch;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.web.Folded;
import vn.dondoc.platform.web.Window;

/** Plans within a branch. Who sees single units only, sees the plans that name them, and of these the rows that do. */
@Component
public class PlanQuery {

    private final Aggregates<Plan> plans;
    private final Aggregates<PlannedTask> tasks;
    private final Aggregates<PlannedTarget> targets;
    private final Aggregates<ReportingRule> rules;
    private final PlanViews views;
    private final MongoTemplate mongo;

    PlanQuery(
            Aggregates<Plan> plans, Aggregates<PlannedTask> tasks, Aggregates<PlannedTarget> targets, Aggregates<ReportingRule> rules,
            PlanViews views, MongoTemplate mongo) {
        this.plans = plans;
        this.tasks = tasks;
        this.targets = targets;
        this.rules = rules;
        this.views = views;
        this.mongo = mongo;
    }

    Page<Plans.PlanSummary> list(Branch branch, @Nullable String commune, @Nullable String words, Window window) {
        var all = new ArrayList<>(List.of(branch.within("units")));
        if (commune != null) {
            all.add(Criteria.where("commune").is(commune));
        }
        Folded.tokens(words == null ? "" : words)
                .forEach(word -> all.add(Criteria.where("tokens").regex("^" + Pattern.quote(word))));
        var query = new Query(new Criteria().andOperator(all)).with(Sort.by(Sort.Direction.DESC, "publishedOn", "_id"))
                .skip(window.offset()).limit(window.limit() + 1);
        // What is watched may be hundreds of sentences, of which a list says nothing
        query.fields().exclude("history", "texts", "watched");
        var found = mongo.find(query, Plan.class, "plans");
        var above = above(found, branch);
        return window.page(found.stream().map(plan -> views.summary(plan, above)).toList(), plans.count(query));
    }

    /** The plans above those, as far as that branch sees them. */
    private Map<PlanId, Plan> above(List<Plan> below, Branch branch) {
        var ids = below.stream().map(Plan::parent).filter(Objects::nonNull).map(PlanId::value).distinct().toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        return plans.list(new Query(new Criteria().andOperator(branch.within("units"), Criteria.where("_id").in(ids)))).stream()
                .map(Versioned::state).collect(Collectors.toMap(Plan::id, plan -> plan));
    }

    /** One plan in a line, as far as that branch sees it. */
    public Optional<Plans.PlanSummary> summary(PlanId id, Branch branch) {
        return plans.find(id.value(), branch.within("units")).map(found -> views.summary(found.state()));
    }

    /** Whether that plan is the other one or stands below it. */
    public boolean isBelow(PlanId plan, PlanId other) {
        var seen = new HashSet<PlanId>();
        for (var at = plan; at != null && seen.add(at); at = plans.find(at.value()).map(found -> found.state().parent()).orElse(null)) {
            if (at.equals(other)) {
                return true;
            }
        }
        return false;
    }

    /** One plan as that branch sees it. */
    public Optional<Plans.Plan> find(String id, Branch branch) {
        return plans.find(id, branch.within("units")).map(Versioned::state).map(plan -> whole(plan, branch.partsOf(plan.tokens())));
    }

    /** @param branch how its rows are seen, which have no marks of their own */
    private Plans.Plan whole(Plan plan, Branch branch) {
        var id = plan.id().value();
        return new Plans.Plan(
                views.summary(plan),
                parts(tasks, id, branch.within("lead", "coordinating")).stream().map(views::task).toList(),
                parts(targets, id).stream().map(views::target).toList(),
                parts(rules, id, branch.within("owedBy", "owedTo")).stream().map(views::rule).toList(), plan.watched());
    }

    static <S> List<S> parts(Aggregates<S> parts, String plan, Criteria... within) {
        var all = new ArrayList<>(List.of(within));
        all.add(Criteria.where("plan").is(plan).and("withdrawnOn").is(null));
        return parts.list(new Query(new Criteria().andOperator(all)).with(Sort.by("order", "_id"))).stream().map(Versioned::state).toList();
    }
}
