package vn.dondoc.task.assignment;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;

/** Who answers for a task and who takes part. */
public record Units(List<UnitId> lead, List<UnitId> coordinating) {

    public Units {
        lead = List.copyOf(lead);
        coordinating = List.copyOf(coordinating);
    }

    /** Whether a unit is an active one of that commune, as of now. */
    public static Predicate<UnitId> activeIn(UnitId commune, Directory directory) {
        return directory.unitsOf(commune).stream().map(UnitState::id).collect(Collectors.toSet())::contains;
    }

    /** Each unit replaced by the one that took over; the unit itself where it was not merged. */
    Units byHeirs(UnaryOperator<UnitId> heirOf) {
        var leading = lead.stream().map(heirOf).distinct().toList();
        return new Units(leading, coordinating.stream().map(heirOf).distinct().filter(unit -> !leading.contains(unit)).toList());
    }
}
