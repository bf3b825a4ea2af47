package vn.dondoc.reporting.rebuild;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.web.Call;

@RestController
@RequestMapping("/api/operations/reporting-service")
class RebuildController {

    private final Rebuilds rebuilds;
    private final Rebuilder rebuilder;

    RebuildController(Rebuilds rebuilds, Rebuilder rebuilder) {
        this.rebuilds = rebuilds;
        this.rebuilder = rebuilder;
    }

    @Allowed(value = Role.PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    @PostMapping("/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Operations.Model rebuild(Call call) {
        var key = call.key() == null ? null : Ids.derived(call.caller().person().value(), call.key());
        var state = rebuilds.begin(key);
        rebuilder.wake();
        return state;
    }

    @Allowed(value = Role.PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    @GetMapping("/model")
    Operations.Model model() {
        return rebuilds.state();
    }
}
