package vn.dondoc.reporting.submission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Branch;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.web.Window;

/**
 * Which expected reports a list shows; null for no limit.
 *
 * @param mine only those owed by units the caller holds a position in
 * @param programme that they are about, by any of its names
 * @param explanationOwed somebody asked why it is late, and nobody has answered
 */
record Filter(
        @Nullable String unit, @Nullable String plan, @Nullable String commune, List<ReportStatus> status, boolean mine,
        @Nullable String period, @Nullable String rule, boolean explanationOwed, @Nullable String programme) {

    /** Within the caller's branch: what its units owe, and what is owed to them. */
    static Criteria branchOf(Caller caller) {
        return caller.branch().within("unit", "owedTo");
    }

    Query all(Caller caller) {
        var parts = new ArrayList<Criteria>(List.of(branchOf(caller)));
        equal(parts, "unit", unit);
        equal(parts, "plan", plan);
        equal(parts, "commune", commune);
        if (!status.isEmpty()) {
            parts.add(Criteria.where("status").in(status.stream().map(ReportStatus::name).toList()));
        }
        equal(parts, "period", period);
        equal(parts, "rule", rule);
        if (programme != null) {
            parts.add(Branch.ofProgramme(programme));
        }
        if (explanationOwed) {
            parts.add(Criteria.where("explanation").ne(null).and("explanation.givenOn").is(null).and("status").ne(ReportStatus.EXEMPTED.name()));
        }
        if (mine) {
            parts.add(Criteria.where("unit").in(caller.ownUnits().stream().map(UnitId::value).toList()));
        }
        return new Query(new Criteria().andOperator(parts));
    }

    /** The window and one row more, worst first. */
    Query page(Caller caller, Window window) {
        return all(caller)
                .with(Sort.by("rank", "lastDay", "unit", "_id"))
                .skip(window.offset())
                .limit(window.limit() + 1);
    }

    private static void equal(List<Criteria> parts, String field, @Nullable String value) {
        if (value != null) {
            parts.add(Criteria.where(field).is(value));
        }
    }
}
