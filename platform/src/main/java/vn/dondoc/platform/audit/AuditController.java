package vn.dondoc.platform.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;

/** Histories and anchors are of all communes: only the administrator of the province has them verified. */
@RestController
@RequestMapping("/api/operations/${spring.application.name}")
class AuditController {

    private static final int MOST = 1000;

    private final MongoDatabaseFactory databases;
    private final Anchors anchors;
    private final Gathering gathering;
    private final String service;

    AuditController(MongoDatabaseFactory databases, Anchors anchors, Gathering gathering, String service) {
        this.databases = databases;
        this.anchors = anchors;
        this.gathering = gathering;
        this.service = service;
    }

    @Allowed(value = Role.PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    @GetMapping("/verification")
    Operations.Verification verify() {
        return new Walk(databases.getMongoDatabase(), anchors.all()).over(service, gathering.collections());
    }

    @Allowed(value = Role.PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    @GetMapping("/anchors")
    Page<Operations.Anchor> list(@RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable LocalDate after) {
        var count = limit == null ? MOST : limit;
        if (count < 1 || count > MOST) {
            throw ProblemException.of(400, "LIMIT", MOST);
        }
        var found = anchors.list(after, count + 1);
        var shown = found.subList(0, Math.min(count, found.size()));
        return new Page<>(shown.stream().map(Anchor::view).toList(), found.size() > count ? shown.getLast().day().toString() : null, null);
    }
}
