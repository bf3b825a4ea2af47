package vn.dondoc.plan.amendment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Amendments;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.plan.draft.Draft;
import vn.dondoc.plan.draft.DraftStatus;
import vn.dondoc.plan.published.NumberKey;
import vn.dondoc.plan.published.Plan;
import vn.dondoc.plan.published.PlanViews;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.web.Folded;

/**
 * Recognises published plans in a document: the same file, the same number in the same commune and year, a decision that names the plan
 * it changes, or a plan that it cites.
 */
@Component
class Recognition {

    /** Titles of documents that change others: "sửa đổi, bổ sung một số nội dung …", "điều chỉnh …". */
    private static final Pattern CHANGING = Pattern.compile("\\b(sua doi|bo sung|dieu chinh|dinh chinh|gia han)\\b");
    private static final int MOST = 20;

    private final Aggregates<Plan> plans;
    private final Aggregates<Draft> drafts;
    private final PlanViews views;

    Recognition(Aggregates<Plan> plans, Aggregates<Draft> drafts, PlanViews views) {
        this.plans = plans;
        this.drafts = drafts;
        this.views = views;
    }

    /** The plans that a draft has to do with, the nearest first. */
    List<Amendments.Related> of(Draft draft, Criteria within) {
        var found = new LinkedHashMap<PlanId, Amendments.Related>();
        sameFile(draft).flatMap(id -> plans.find(id.value(), within).stream())
                .forEach(plan -> add(found, plan.state(), "same-file", Scope.WHOLE));
        var heading = draft.content().document();
        var inCommune = Criteria.where("commune").is(draft.commune().value());
        numbered(List.of(Objects.toString(NumberKey.of(heading.number()), "")), inCommune).stream()
                .filter(plan -> sameYear(plan, heading))
                .forEach(plan -> add(found, plan, "changed-version", Scope.WHOLE));
        var changing = heading.title() != null && CHANGING.matcher(Folded.fold(heading.title())).find();
        numbered(keys(draft), new Criteria().andOperator(Criteria.where("province").is(draft.province().value()), within)).forEach(plan -> {
            if (changing && plan.commune().equals(draft.commune())) {
                add(found, plan, "decision", Scope.ROWS);
            } else {
                add(found, plan, "cited", Scope.ROWS);
            }
        });
        return List.copyOf(found.values());
    }

    /** The plans that the document of a plan cites, as far as they may be seen. */
    List<Plans.PlanSummary> above(Plan plan, Criteria within) {
        var source = source(plan);
        if (source.isEmpty()) {
            return List.of();
        }
        var bounds = new Criteria().andOperator(Criteria.where("province").is(plan.province().value()), within);
        return numbered(keys(source.get()), bounds).stream().filter(other -> !other.id().equals(plan.id())).map(views::summary).toList();
    }

    private Optional<Draft> source(Plan plan) {
        var lineage = plan.lineage();
        return lineage == null ? Optional.empty() : drafts.find(lineage.source().value()).map(Versioned::state);
    }

    private Stream<PlanId> sameFile(Draft draft) {
        var query = new Query(Criteria.where("commune").is(draft.commune().value()).and("sha256").is(draft.sha256())
                .and("status").is(DraftStatus.PUBLISHED.name()));
        return drafts.list(query.limit(MOST)).stream().map(Versioned::state).filter(other -> !other.id().equals(draft.id()))
                .flatMap(other -> Stream.ofNullable(other.plan()));
    }

    private List<Plan> numbered(List<String> keys, Criteria bounds) {
        var wanted = keys.stream().filter(key -> !key.isEmpty()).distinct().toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        var query = new Query(new Criteria().andOperator(bounds, Criteria.where("lineage.numberKey").in(wanted)))
                .with(Sort.by(Sort.Direction.DESC, "publishedOn", "_id")).limit(MOST);
        return plans.list(query).stream().map(Versioned::state).toList();
    }

    /** Numbers begin anew each year. */
    private static boolean sameYear(Plan plan, Plans.Heading heading) {
        if (plan.issuedOn() != null && heading.issuedOn() != null) {
            return plan.issuedOn().getYear() == heading.issuedOn().getYear();
        }
        return plan.year() == null || heading.year() == null || plan.year().equals(heading.year());
    }

    private static List<String> keys(Draft draft) {
        var keys = new ArrayList<String>();
        draft.cited().forEach(number -> add(keys, NumberKey.of(number)));
        return keys;
    }

    private static void add(List<String> keys, @Nullable String key) {
        if (key != null) {
            keys.add(key);
        }
    }

    private void add(Map<PlanId, Amendments.Related> found, Plan plan, String as, Scope scope) {
        found.putIfAbsent(plan.id(), new Amendments.Related(views.summary(plan), as, scope.code()));
    }
}
