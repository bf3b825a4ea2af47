package vn.dondoc.plan.draft;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.naming.UnitNames;
import vn.dondoc.plan.vocabulary.RememberedNames;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.problem.ProblemException;

/** The names of a commune's units as they are now, with what its people said of other names. */
@Component
class UnitNamesOf {

    private final Directory directory;
    private final RememberedNames remembered;

    UnitNamesOf(Directory directory, RememberedNames remembered) {
        this.directory = directory;
        this.remembered = remembered;
    }

    UnitNames of(UnitId commune) {
        return with(commune, List.of());
    }

    /** @param justMade units that the directory's copy may not show yet */
    UnitNames with(UnitId commune, List<UnitState> justMade) {
        var units = new ArrayList<>(directory.unitsOf(commune));
        justMade.stream().filter(unit -> units.stream().noneMatch(known -> known.id().equals(unit.id()))).forEach(units::add);
        return new UnitNames(directory.unit(commune).orElseThrow(ProblemException::notFound), units, remembered.of(commune));
    }
}
