package vn.dondoc.console.urging;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.contracts.id.UrgingId;

/** The calls that letters of urging take. */
@Component
class UrgingCalls {

    private static final ParameterizedTypeReference<Page<Urgings.Summary>> LETTERS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Page<Urgings.Row>> ROWS = new ParameterizedTypeReference<>() {};
    private static final String LETTER = "/api/urgings/{id}";

    private final Backend backend;

    UrgingCalls(Backend backend) {
        this.backend = backend;
    }

    Page<Urgings.Summary> list(Query query) {
        return backend.get(Service.NOTIFICATION, "/api/urgings", query, LETTERS);
    }

    Page<Urgings.Row> late(Query query) {
        return backend.get(Service.NOTIFICATION, "/api/urgings/late", query, ROWS);
    }

    Urgings.Urging one(UrgingId id) {
        return backend.get(Service.NOTIFICATION, LETTER, Urgings.Urging.class, id.value());
    }

    Urgings.Urging draft(Urgings.Wanted wanted, @Nullable String key) {
        return backend.post(Service.NOTIFICATION, "/api/urgings", wanted, key, Urgings.Urging.class);
    }

    Urgings.Urging change(UrgingId id, Urgings.Change change, long version) {
        return backend.patch(Service.NOTIFICATION, LETTER, change, version, Urgings.Urging.class, id.value());
    }

    Urgings.Urging issue(UrgingId id, Resource file, String number, String issuedOn, long version) {
        return backend.join(
                Service.NOTIFICATION, LETTER + "/issue", file, Query.none().with("number", number).with("issuedOn", issuedOn), version, Urgings.Urging.class,
                id.value());
    }

    /** @param step discarding or sending */
    Urgings.Urging step(UrgingId id, String step, long version, @Nullable String key) {
        return backend.act(Service.NOTIFICATION, LETTER + "/" + step, Map.of(), key, version, Urgings.Urging.class, id.value());
    }

    Urgings.Urging answer(UrgingId id, Urgings.Reply reply, long version, @Nullable String key) {
        return backend.act(Service.NOTIFICATION, LETTER + "/answers", reply, key, version, Urgings.Urging.class, id.value());
    }
}
