package vn.dondoc.console.report;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Query;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.ReportStatus;

/** The short lists of reports that "Việc của tôi" shows. */
@Component
public class OwedReports {

    private static final List<String> OWED = List.of(
            ReportStatus.OVERDUE.code(), ReportStatus.DUE_SOON.code(), ReportStatus.RETURNED.code(), ReportStatus.OPEN.code());

    private final ReportCalls reports;

    OwedReports(ReportCalls reports) {
        this.reports = reports;
    }

    public Page<Reports.ObligationSummary> mine() {
        return reports.list(Query.none().with("mine", true).with("status", OWED));
    }

    /** Sent and waiting to be received. */
    public Page<Reports.ObligationSummary> submitted(int limit) {
        return reports.list(Query.none()
                .with("status", List.of(ReportStatus.SUBMITTED.code(), ReportStatus.SUBMITTED_LATE.code()))
                .with("limit", limit));
    }
}
