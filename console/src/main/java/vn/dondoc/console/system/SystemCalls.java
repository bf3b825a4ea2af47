package vn.dondoc.console.system;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Systems;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/** The calls of reporting-service about systems, and of task-service about what goes into them. */
@Component
class SystemCalls {

    private static final ParameterizedTypeReference<Page<Systems.Summary>> LIST = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Page<Systems.Row>> ROWS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Page<Reports.ObligationSummary>> UPDATES = new ParameterizedTypeReference<>() {};
    private static final String SYSTEMS = "/api/reports/systems";
    private static final String EXCHANGE = "/api/tasks/exchange";
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 10;

    private final Backend backend;

    SystemCalls(Backend backend) {
        this.backend = backend;
    }

    Page<Systems.Summary> list(@Nullable String after) {
        return backend.get(Service.REPORTING, SYSTEMS, Query.none().with("after", after), LIST);
    }

    Systems.Detail get(RuleId id) {
        return backend.get(Service.REPORTING, SYSTEMS + "/{id}", Systems.Detail.class, id.value());
    }

    Systems.Detail register(Object wanted, @Nullable String key) {
        return backend.post(Service.REPORTING, SYSTEMS, wanted, key, Systems.Detail.class);
    }

    Systems.Detail redefine(RuleId id, Object wanted, @Nullable String key, long version) {
        return backend.act(Service.REPORTING, SYSTEMS + "/{id}/definition", wanted, key, version, Systems.Detail.class, id.value());
    }

    Systems.Figure figure(RuleId id, @Nullable String period, @Nullable UnitId commune) {
        return backend.get(Service.REPORTING, SYSTEMS + "/{id}/figure", Query.none().with("period", period).with("commune", commune == null ? null : commune.value()), Systems.Figure.class, id.value());
    }

    /** The updates of a period that the user may see. */
    List<Reports.ObligationSummary> updates(RuleId id, String period) {
        return backend.get(Service.REPORTING, "/api/reports/obligations", Query.none().with("rule", id.value()).with("period", period).with("limit", PAGE), UPDATES).items();
    }

    Reports.Obligation report(ReportId id) {
        return backend.get(Service.REPORTING, "/api/reports/{id}", Reports.Obligation.class, id.value());
    }

    void attach(ReportId id, Resource file, @Nullable String key) {
        backend.upload(Service.REPORTING, "/api/reports/{id}/files", file, key, Reports.Obligation.class, id.value());
    }

    void vouch(ReportId id, Object body, @Nullable String key) {
        backend.post(Service.REPORTING, "/api/reports/{id}/submission", body, key, Reports.Obligation.class, id.value());
    }

    /** The tasks of a system, as far as a person could ever look. */
    List<Systems.Row> rows(Systems.Scope scope) {
        var all = new ArrayList<Systems.Row>();
        @Nullable String after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var found = backend.get(Service.TASK, EXCHANGE, of(scope).with("limit", PAGE).with("after", after), ROWS);
            all.addAll(found.items());
            after = found.next();
            if (after == null) {
                break;
            }
        }
        return all;
    }

    /** Where the workbook of a system is handed out. */
    String workbook(Systems.Detail system) {
        var query = of(system.scope());
        columns(system).forEach((name, value) -> query.with(name, value));
        return query.address(EXCHANGE + "/workbook");
    }

    Systems.Preview look(Systems.Detail system, Resource file) {
        return backend.upload(Service.TASK, EXCHANGE + "/preview", file, columns(system), Systems.Preview.class);
    }

    void tell(TaskId id, Tasks.Progress progress, @Nullable String key) {
        backend.post(Service.TASK, "/api/tasks/{id}/progress", progress, key, Tasks.Changed.class, id.value());
    }

    private static Query of(Systems.Scope scope) {
        var query = Query.none().with("programme", scope.programme()).with("level", scope.levels().stream().map(level -> level.code()).toList());
        return scope.coded() ? query.with("coded", true) : query;
    }

    private static Query columns(Systems.Detail system) {
        var query = Query.none();
        system.columns().forEach(column -> query.with("heading", column.heading()).with("field", column.field().code()));
        return query;
    }
}
