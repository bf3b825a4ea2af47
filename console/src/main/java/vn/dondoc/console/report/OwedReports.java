package vn.dondoc.console.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Query;
import vn.dondoc.contracts.api.Consolidations;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.id.UnitId;

/** The short lists of reports that "Việc của tôi" shows. */
@Component
public class OwedReports {

    private static final Set<ReportStatus> OWED =
            EnumSet.of(ReportStatus.OVERDUE, ReportStatus.DUE_SOON, ReportStatus.RETURNED, ReportStatus.OPEN);
    private static final int MOST = 200;

    private final ReportCalls reports;
    private final ConsolidationCalls consolidations;

    OwedReports(ReportCalls reports, ConsolidationCalls consolidations) {
        this.reports = reports;
        this.consolidations = consolidations;
    }

    /** What the user's units still owe; the list puts these before what was sent. */
    public List<Reports.ObligationSummary> mine() {
        return reports.list(Query.none().with("mine", true).with("limit", MOST)).items().stream()
                .filter(report -> OWED.contains(report.status()))
                .toList();
    }

    /** What is to be explained: by the user's units, or all that somebody waits for who receives. */
    public List<Reports.ObligationSummary> toExplain(boolean all) {
        var query = Query.none().with("explanationOwed", true).with("limit", MOST);
        return reports.list(all ? query : query.with("mine", true)).items().stream()
                .filter(report -> report.explanation() != null && report.explanation().owed())
                .toList();
    }

    /** What is to be explained in a place. */
    public Page<Reports.ObligationSummary> toExplainIn(UnitId commune) {
        return reports.list(Query.none().with("commune", commune.value()).with("limit", MOST).with("explanationOwed", true));
    }

    /** Put together and waiting for the user's signature. */
    public List<Consolidations.Summary> toSign(int limit) {
        return consolidations.list(Query.none().with("toSign", true).with("limit", limit)).items();
    }

    /** Sent and waiting to be received. */
    public List<Reports.ObligationSummary> submitted(int limit) {
        return Stream.of(ReportStatus.SUBMITTED_LATE, ReportStatus.SUBMITTED)
                .flatMap(status -> reports.list(Query.none().with("status", status.code()).with("limit", limit)).items().stream())
                .limit(limit)
                .toList();
    }
}
