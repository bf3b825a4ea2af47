package vn.dondoc.reporting.dashboard;

import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.problem.ProblemException;

/** Of which province or commune somebody is told figures, and whether of some programmes only. */
@Component
class Sight {

    private final Directory directory;

    Sight(Directory directory) {
        this.directory = directory;
    }

    /** That commune; without one the province of who oversees it, else the own commune. */
    ProgrammeBoards.Area area(@Nullable String commune, Caller caller) {
        if (commune != null) {
            var only = programmesOnly(commune, caller);
            return new ProgrammeBoards.Area(only.isEmpty() ? commune(commune, caller) : new UnitId(commune), false, only);
        }
        if (!caller.branch().figures().provinces().isEmpty()) {
            return new ProgrammeBoards.Area(province(caller), true, Set.of());
        }
        var ofProvince = ofProvince(caller);
        if (ofProvince != null) {
            return new ProgrammeBoards.Area(ofProvince.area(), true, ofProvince.keys());
        }
        return area(caller.ownCommunes().stream().map(UnitId::value).sorted().findFirst().orElseThrow(ProblemException::forbidden), caller);
    }

    /** Where only programmes of the province are seen; null where all of it is, or nothing. */
    static Caller.@Nullable OfProgrammes ofProvince(Caller caller) {
        return caller.branch().figures().provinces().isEmpty() ? caller.programmesOfProvince().orElse(null) : null;
    }

    static UnitId province(Caller caller) {
        return caller.branch().figures().provinces().stream()
                .min(Comparator.comparing(UnitId::value))
                .orElseThrow(ProblemException::forbidden);
    }

    UnitId commune(String id, Caller caller) {
        if (!Ids.plausible(id)) {
            throw ProblemException.notFound();
        }
        return directory.unit(new UnitId(id))
                .filter(unit -> unit.id().equals(unit.area()))
                .filter(unit -> mayRead(caller, unit))
                .map(UnitState::id)
                .orElseThrow(ProblemException::notFound);
    }

    /** The programmes of which alone the caller sees figures there; none where all is seen, or nothing. */
    Set<String> programmesOnly(String id, Caller caller) {
        return !Ids.plausible(id) ? Set.of() : directory.unit(new UnitId(id)).filter(unit -> unit.id().equals(unit.area()) && !mayRead(caller, unit))
                .map(caller::programmesIn).orElse(Set.of());
    }

    private static boolean mayRead(Caller caller, UnitState commune) {
        return caller.branch().figures().provinces().contains(commune.province())
                || caller.branch().communes().contains(commune.id())
                || caller.held().stream().anyMatch(one -> commune.id().equals(one.unit().commune()) && one.readsAll());
    }
}
