package vn.dondoc.console.act;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Directives;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Proceedings;
import vn.dondoc.contracts.event.ProceedingKind;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.ProceedingId;
import vn.dondoc.contracts.id.UnitId;

/** The calls that directives, meetings and inspections take. */
@Component
public class ActCalls {

    private static final ParameterizedTypeReference<Page<Directives.DirectiveSummary>> DIRECTIVES = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Page<Proceedings.ProceedingSummary>> PROCEEDINGS = new ParameterizedTypeReference<>() {};
    private static final String DIRECTIVE = "/api/directives/{id}";
    private static final String PROCEEDING = "/api/proceedings/{id}";

    private final Backend backend;

    ActCalls(Backend backend) {
        this.backend = backend;
    }

    Page<Directives.DirectiveSummary> directives(Query query) {
        return backend.get(Service.PLAN, "/api/directives", query, DIRECTIVES);
    }

    Directives.Directive directive(DirectiveId id) {
        return backend.get(Service.PLAN, DIRECTIVE, Directives.Directive.class, id.value());
    }

    /** Whom the user may give work to. */
    List<Directives.Addressee> addressees() {
        return backend.get(Service.PLAN, "/api/directives/addressees", Directives.Reach.class).addressees();
    }

    Directives.Directive give(Directives.Wanted wanted, @Nullable String key) {
        return backend.post(Service.PLAN, "/api/directives", wanted, key, Directives.Directive.class);
    }

    Directives.Directive extend(DirectiveId id, Directives.More more, long version, @Nullable String key) {
        return backend.act(Service.PLAN, DIRECTIVE + "/addressees", more, key, version, Directives.Directive.class, id.value());
    }

    Directives.Directive withdraw(DirectiveId id, Directives.Withdrawal wanted, long version, @Nullable String key) {
        return backend.act(Service.PLAN, DIRECTIVE + "/withdrawal", wanted, key, version, Directives.Directive.class, id.value());
    }

    Page<Proceedings.ProceedingSummary> proceedings(Query query) {
        return backend.get(Service.PLAN, "/api/proceedings", query, PROCEEDINGS);
    }

    Proceedings.Proceeding proceeding(ProceedingId id) {
        return backend.get(Service.PLAN, PROCEEDING, Proceedings.Proceeding.class, id.value());
    }

    /** The last meeting of a commune, or of what the user sees; another one than that, if one is named. */
    public Optional<Proceedings.Proceeding> lastMeeting(@Nullable UnitId commune, @Nullable ProceedingId before) {
        var found = proceedings(Query.none().with("kind", ProceedingKind.MEETING.code()).with("commune", commune).with("limit", 2));
        return found.items().stream().map(Proceedings.ProceedingSummary::id).filter(id -> !id.equals(before)).findFirst().map(this::proceeding);
    }

    Proceedings.Proceeding write(Proceedings.Wanted wanted, @Nullable String key) {
        return backend.post(Service.PLAN, "/api/proceedings", wanted, key, Proceedings.Proceeding.class);
    }

    Proceedings.Proceeding rewrite(ProceedingId id, Proceedings.Wanted wanted, long version) {
        return backend.put(Service.PLAN, PROCEEDING, wanted, version, Proceedings.Proceeding.class, id.value());
    }

    Proceedings.Proceeding give(ProceedingId id, List<String> points, long version, @Nullable String key) {
        return backend.act(Service.PLAN, PROCEEDING + "/directives", new Proceedings.Points(points), key, version, Proceedings.Proceeding.class, id.value());
    }

    Proceedings.Proceeding close(ProceedingId id, String point, @Nullable String reason, long version, @Nullable String key) {
        return backend.act(Service.PLAN, PROCEEDING + "/points/{point}/closing", new Proceedings.PointClosing(reason), key, version,
                Proceedings.Proceeding.class, id.value(), point);
    }
}
