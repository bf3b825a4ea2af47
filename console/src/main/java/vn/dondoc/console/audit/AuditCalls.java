package vn.dondoc.console.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Audit;
import vn.dondoc.contracts.api.Page;

/** Asks all services for the same part of the time and shows their answers as one list. */
@Component
class AuditCalls {

    private static final ParameterizedTypeReference<Page<Audit.Entry>> ENTRIES = new ParameterizedTypeReference<>() {};
    private static final Comparator<Audit.Entry> NEWEST_FIRST = Comparator.comparing(Audit.Entry::writtenAt)
            .thenComparing(Audit.Entry::sequence).thenComparing(Audit.Entry::id).reversed();
    private static final int SHOWN = 50;
    private static final int FIRST_FAULT = 500;

    private final Backend backend;

    AuditCalls(Backend backend) {
        this.backend = backend;
    }

    static Stream<String> services() {
        return Stream.of(Service.values()).map(AuditCalls::nameOf);
    }

    private static String nameOf(Service service) {
        return service.name().toLowerCase(Locale.ROOT) + "-service";
    }

    Trail list(AuditFilter filter) {
        var found = new ArrayList<Audit.Entry>();
        var away = new ArrayList<String>();
        var more = false;
        for (var service : Service.values()) {
            if (filter.asks(nameOf(service))) {
                try {
                    var page = backend.get(service, "/api/operations/" + nameOf(service) + "/histories", filter.asked().with("limit", SHOWN), ENTRIES);
                    found.addAll(page.items());
                    more |= page.next() != null;
                } catch (Refused refused) {
                    if (refused.status() < FIRST_FAULT) {
                        throw refused;
                    }
                    away.add(nameOf(service));
                }
            }
        }
        found.sort(NEWEST_FIRST);
        var shown = found.subList(0, Math.min(SHOWN, found.size()));
        more |= found.size() > SHOWN;
        return new Trail(shown, more && !shown.isEmpty() ? shown.getLast().cursor() : null, away);
    }
}
