package vn.dondoc.reporting.dashboard;

import java.util.Comparator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;

@RestController
@RequestMapping("/api/dashboards")
class DashboardController {

    private final Boards boards;
    private final Directory directory;

    DashboardController(Boards boards, Directory directory) {
        this.boards = boards;
        this.directory = directory;
    }

    @GetMapping("/province")
    @Allowed(value = {Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING, Role.PROVINCE_VIEWER, Role.INSPECTION}, on = Reach.WHOLE_PROVINCE)
    Dashboards.Dashboard province(Caller caller) {
        var province = caller.branch().figures().provinces().stream()
                .min(Comparator.comparing(UnitId::value))
                .orElseThrow(ProblemException::forbidden);
        return boards.province(province);
    }

    @GetMapping("/communes/{id}")
    @Allowed(on = Reach.AROUND)
    Dashboards.Dashboard commune(@PathVariable String id, Caller caller) {
        if (!Ids.plausible(id)) {
            throw ProblemException.notFound();
        }
        var commune = directory.unit(new UnitId(id))
                .filter(unit -> unit.id().equals(unit.commune()))
                .filter(unit -> mayRead(caller, unit))
                .orElseThrow(ProblemException::notFound);
        return boards.commune(commune.id());
    }

    private static boolean mayRead(Caller caller, UnitState commune) {
        return caller.branch().figures().provinces().contains(commune.province())
                || caller.branch().communes().contains(commune.id())
                || caller.ownCommunes().contains(commune.id());
    }
}
