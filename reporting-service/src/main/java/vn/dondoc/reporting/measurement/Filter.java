package vn.dondoc.reporting.measurement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;

/**
 * Which targets a list shows; null for no limit.
 *
 * @param standing none for all, those too that their plan gave up
 * @param mine only those of units the caller holds a position in
 * @param due only those that are to be measured now
 * @param plans any of which they are of; null for all
 * @param explanationOwed somebody asked why it is behind, and nobody has answered
 */
record Filter(
        @Nullable String unit, @Nullable String plan, @Nullable String commune, List<TargetStanding> standing, boolean mine, boolean due,
        boolean explanationOwed, @Nullable List<String> plans) {

    private static final Sort AS_PLANNED = Sort.by("commune", "plan", "order", "_id");

    /** Within the caller's branch: what its units answer for. */
    static Criteria branchOf(Caller caller) {
        return caller.branch().within("owner");
    }

    /** What is computed, whose standing the database cannot tell. */
    Query computed(Caller caller) {
        var parts = parts(caller);
        parts.add(Criteria.where("share").exists(true));
        parts.add(Criteria.where("planned.withdrawnOn").exists(false));
        return new Query(new Criteria().andOperator(parts));
    }

    /** @param computed ids of the computed targets that stand as wanted; of no meaning where no standing is wanted */
    Query all(Caller caller, Collection<String> computed) {
        var parts = parts(caller);
        if (!standing.isEmpty()) {
            parts.add(Criteria.where("planned.withdrawnOn").exists(false));
            parts.add(new Criteria().orOperator(
                    Criteria.where("share").exists(false).and("standing").in(standing.stream().map(TargetStanding::name).toList()),
                    Criteria.where("_id").in(computed)));
        }
        return new Query(new Criteria().andOperator(parts)).with(AS_PLANNED);
    }

    private List<Criteria> parts(Caller caller) {
        var parts = new ArrayList<Criteria>(List.of(branchOf(caller)));
        equal(parts, "owner", unit);
        equal(parts, "plan", plan);
        equal(parts, "commune", commune);
        if (plans != null) {
            parts.add(Criteria.where("plan").in(plans));
        }
        if (explanationOwed) {
            parts.add(Criteria.where("explanation").ne(null).and("explanation.givenOn").is(null).and("planned.withdrawnOn").exists(false));
        }
        if (mine) {
            parts.add(Criteria.where("owner").in(caller.ownUnits().stream().map(UnitId::value).toList()));
        }
        return parts;
    }

    private static void equal(List<Criteria> parts, String field, @Nullable String value) {
        if (value != null) {
            parts.add(Criteria.where(field).is(value));
        }
    }
}
