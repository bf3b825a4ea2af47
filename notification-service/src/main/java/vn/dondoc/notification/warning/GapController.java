package vn.dondoc.notification.warning;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Gaps;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.COMMUNE_LEADER;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;
import static vn.dondoc.contracts.event.Role.PROVINCE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.PROVINCE_STANDING;

/** The gaps within the caller's branch, those first that most depends on. */
@RestController
class GapController {

    private final GapSearch search;

    GapController(GapSearch search) {
        this.search = search;
    }

    @Allowed(value = {PROVINCE_ADMINISTRATOR, PROVINCE_STANDING, COMMUNE_ADMINISTRATOR, COMMUNE_LEADER, COMMUNE_STANDING}, on = Reach.SELF)
    @GetMapping("/api/notifications/gaps")
    Gaps.Found gaps(Caller caller) {
        var branch = caller.branch().figures();
        var unaddressed = branch.provinces().isEmpty() ? null : search.unaddressed(branch.provinces());
        return new Gaps.Found(search.within(branch), unaddressed);
    }
}
