package vn.dondoc.platform.relay;

import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.web.Call;

/** The relay of this service as the operator sees it, and what opens a new generation of its topics. */
@RestController
@RequestMapping("/api/operations/${spring.application.name}")
class RelayController {

    private final RelayDesk desk;
    private final Generations generations;
    private final Clock systemClock;

    RelayController(RelayDesk desk, Generations generations, Clock systemClock) {
        this.desk = desk;
        this.generations = generations;
        this.systemClock = systemClock;
    }

    @Allowed(value = Role.PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    @GetMapping("/relay")
    Operations.Relay relay() {
        return desk.now();
    }

    @Allowed(value = Role.PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    @PostMapping("/generation")
    Operations.Generation open(Call call) {
        return generations.open(call.act(null, Actor.person(call.caller().person(), null)), systemClock.instant());
    }
}
