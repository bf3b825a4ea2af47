package vn.dondoc.plan.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Window;

/** Reads the directory. */
@RestController
class OrganisationController {

    private final UnitQuery units;

    OrganisationController(UnitQuery units) {
        this.units = units;
    }

    @Allowed(on = Reach.SELF)
    @GetMapping("/api/organisation/units")
    Page<Organisation.UnitView> units(
            @RequestParam(required = false) @Nullable String commune,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String q,
            Caller caller,
            Window window) {
        if (commune != null && !Ids.plausible(commune)) {
            return window.page(List.of(), null);
        }
        return units.list(caller, commune == null ? null : new UnitId(commune), kindOf(kind), q, window);
    }

    @Allowed(anybody = true, on = Reach.ANOTHER_PROOF)
    @GetMapping("/api/organisation/me")
    Organisation.Me me(Caller caller) {
        if (caller.held().isEmpty()) {
            throw ProblemException.of(404, "PERSON_UNKNOWN");
        }
        return new Organisation.Me(caller.person(), caller.held().stream()
                .map(one -> new Organisation.PositionView(
                        one.position().id(), one.position().title(), one.position().role(), units.view(one.unit()),
                        !caller.person().equals(one.position().holder()), one.position().scope()))
                .toList());
    }

    private static @Nullable UnitKind kindOf(@Nullable String code) {
        return code == null
                ? null
                : Coded.of(UnitKind.class, code).orElseThrow(() -> ProblemException.of(400, "VALIDATION"));
    }
}
