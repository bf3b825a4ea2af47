package vn.dondoc.console.report;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.id.ReportId;

/** The calls of reporting-service about obligations. */
@Component
class ReportCalls {

    private static final ParameterizedTypeReference<Page<Reports.ObligationSummary>> LIST = new ParameterizedTypeReference<>() {};

    private final Backend backend;

    ReportCalls(Backend backend) {
        this.backend = backend;
    }

    Page<Reports.ObligationSummary> list(Query query) {
        return backend.get(Service.REPORTING, "/api/reports/obligations", query, LIST);
    }

    Reports.Obligation get(ReportId id) {
        return backend.get(Service.REPORTING, "/api/reports/{id}", Reports.Obligation.class, id.value());
    }

    /** @param action submission, acceptance or return */
    Reports.Obligation act(ReportId id, String action, Object body, @Nullable String key) {
        return backend.post(Service.REPORTING, "/api/reports/{id}/" + action, body, key, Reports.Obligation.class, id.value());
    }
}
