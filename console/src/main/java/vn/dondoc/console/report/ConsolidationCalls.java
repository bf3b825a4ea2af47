package vn.dondoc.console.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Consolidations;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.id.ConsolidationId;
import vn.dondoc.contracts.id.RuleId;

/** The calls that consolidations take. */
@Component
class ConsolidationCalls {

    private static final ParameterizedTypeReference<Page<Consolidations.Summary>> LIST = new ParameterizedTypeReference<>() {};
    private static final String ALL = "/api/reports/consolidations";
    private static final String ONE = ALL + "/{id}";

    private final Backend backend;

    ConsolidationCalls(Backend backend) {
        this.backend = backend;
    }

    Page<Consolidations.Summary> list(Query query) {
        return backend.get(Service.REPORTING, ALL, query, LIST);
    }

    Consolidations.Consolidation open(RuleId rule, String period, @Nullable String key) {
        return backend.post(Service.REPORTING, ALL, new Consolidations.Wanted(rule, period), key, Consolidations.Consolidation.class);
    }

    Consolidations.Consolidation one(ConsolidationId id) {
        return backend.get(Service.REPORTING, ONE, Consolidations.Consolidation.class, id.value());
    }

    Consolidations.Consolidation take(ConsolidationId id, long version, @Nullable String key) {
        return backend.act(Service.REPORTING, ONE + "/intake", Map.of(), key, version, Consolidations.Consolidation.class, id.value());
    }

    Consolidations.Section write(ConsolidationId id, String section, Consolidations.SectionText text, long version, @Nullable String key) {
        return backend.act(
                Service.REPORTING, ONE + "/sections/{section}", text, key, version, Consolidations.Section.class, id.value(), section);
    }

    Consolidations.Consolidation present(ConsolidationId id, long version, @Nullable String key) {
        return backend.act(Service.REPORTING, ONE + "/presentation", Map.of(), key, version, Consolidations.Consolidation.class, id.value());
    }

    Consolidations.Consolidation sign(ConsolidationId id, Consolidations.SignOff form, long version, @Nullable String key) {
        return backend.act(Service.REPORTING, ONE + "/signing", form, key, version, Consolidations.Consolidation.class, id.value());
    }

    Consolidations.Consolidation reopen(ConsolidationId id, String reason, long version, @Nullable String key) {
        return backend.act(Service.REPORTING, ONE + "/reopening", new Consolidations.Reopening(reason), key, version, Consolidations.Consolidation.class, id.value());
    }

    Consolidations.Consolidation issue(ConsolidationId id, Resource file, Query fields, long version) {
        return backend.join(Service.REPORTING, ONE + "/issue", file, fields, version, Consolidations.Consolidation.class, id.value());
    }
}
