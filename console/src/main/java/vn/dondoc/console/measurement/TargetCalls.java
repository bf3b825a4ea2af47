package vn.dondoc.console.measurement;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Targets;
import vn.dondoc.contracts.id.TargetId;

/** The calls of reporting-service about targets. */
@Component
class TargetCalls {

    private static final ParameterizedTypeReference<Page<Targets.TargetSummary>> LIST = new ParameterizedTypeReference<>() {};

    private final Backend backend;

    TargetCalls(Backend backend) {
        this.backend = backend;
    }

    Page<Targets.TargetSummary> list(Query query) {
        return backend.get(Service.REPORTING, "/api/targets", query, LIST);
    }

    Targets.Target get(TargetId id) {
        return backend.get(Service.REPORTING, "/api/targets/{id}", Targets.Target.class, id.value());
    }

    Targets.Rows rows(TargetId id) {
        return backend.get(Service.REPORTING, "/api/targets/{id}/rows", Targets.Rows.class, id.value());
    }

    Targets.SheetPreview look(Resource file, @Nullable String key) {
        return backend.upload(Service.REPORTING, "/api/targets/workbooks", file, key, Targets.SheetPreview.class);
    }

    Targets.SheetTaken confirm(String workbook) {
        return backend.post(Service.REPORTING, "/api/targets/workbooks/{id}/confirmation", null, null, Targets.SheetTaken.class, workbook);
    }

    Targets.Indicators indicators() {
        return backend.get(Service.REPORTING, "/api/targets/indicators", Targets.Indicators.class);
    }

    Targets.Indicator define(Targets.IndicatorWanted wanted, @Nullable String key) {
        return backend.post(Service.REPORTING, "/api/targets/indicators", wanted, key, Targets.Indicator.class);
    }

    Targets.Indicator withdraw(String indicator, @Nullable String key) {
        return backend.post(Service.REPORTING, "/api/targets/indicators/{id}/withdrawal", null, key, Targets.Indicator.class, indicator);
    }

    /** @param action measurement, correction, definition, base, explanation-request or explanation */
    Targets.Target act(TargetId id, String action, Object body, @Nullable String key, long version) {
        return backend.act(Service.REPORTING, "/api/targets/{id}/" + action, body, key, version, Targets.Target.class, id.value());
    }
}
