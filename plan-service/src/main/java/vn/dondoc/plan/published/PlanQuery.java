package vn.dondoc.plan.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.ReportingRule;
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

    PlanQuery(
            Aggregates<Plan> plans, Aggregates<PlannedTask> tasks, Aggregates<PlannedTarget> targets, Aggregates<ReportingRule> rules,
            PlanViews views) {
        this.plans = plans;
        this.tasks = tasks;
        this.targets = targets;
        this.rules = rules;
        this.views = views;
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
        return window.page(plans.list(query).stream().map(plan -> views.summary(plan.state())).toList(), plans.count(query));
    }

    /** One plan as that branch sees it. */
    public Optional<Plans.Plan> find(String id, Branch branch) {
        return plans.find(id, branch.within("units")).map(Versioned::state).map(plan -> new Plans.Plan(
                views.summary(plan),
                parts(tasks, id, branch.within("lead", "coordinating")).stream().map(views::task).toList(),
                parts(targets, id).stream().map(views::target).toList(),
                parts(rules, id, branch.within("owedBy", "owedTo")).stream().map(views::rule).toList(), plan.watched()));
    }

    static <S> List<S> parts(Aggregates<S> parts, String plan, Criteria... within) {
        var all = new ArrayList<>(List.of(within));
        all.add(Criteria.where("plan").is(plan).and("withdrawnOn").is(null));
        return parts.list(new Query(new Criteria().andOperator(all)).with(Sort.by("order", "_id"))).stream().map(Versioned::state).toList();
    }
}
