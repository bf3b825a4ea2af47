package vn.dondoc.platform.check;

import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;

/** What this service found when it looked at itself, for the administrators of a province. */
@RestController
class CheckController {

    private final SelfChecks checks;
    private final Clock systemClock;
    private final String service;

    CheckController(SelfChecks checks, Clock systemClock, @Value("${spring.application.name}") String service) {
        this.checks = checks;
        this.systemClock = systemClock;
        this.service = service;
    }

    @Allowed(value = Role.PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    @GetMapping("/api/operations/${spring.application.name}/checks")
    Operations.Checks look(Caller caller) {
        var provinces = caller.held().stream().filter(held -> held.position().role() == Role.PROVINCE_ADMINISTRATOR)
                .map(held -> held.unit().province()).collect(Collectors.toSet());
        return new Operations.Checks(service, systemClock.instant(), checks.look(provinces));
    }
}
