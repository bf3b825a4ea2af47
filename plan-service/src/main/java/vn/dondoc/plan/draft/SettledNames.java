package vn.dondoc.plan.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.naming.UnitNames;

/** Puts the units that a name stands for into every row that carries it. */
final class SettledNames {

    private final String key;
    private final List<UnitId> units;

    SettledNames(String name, List<UnitId> units) {
        this.key = UnitNames.keyOf(name);
        this.units = units.stream().distinct().toList();
    }

    Plans.Content in(Plans.Content was) {
        var rows = Rows.with(
                was,
                Rows.each(was.tasks(), row -> Rows.withUnits(row, settled(row.lead()), settled(row.coordinating()))),
                Rows.each(was.targets(), this::settled),
                Rows.each(was.reporting(), this::settled));
        return DutyPart.each(rows, this::settled);
    }

    private boolean isIt(@Nullable String other) {
        return other != null && UnitNames.keyOf(other).equals(key);
    }

    private List<Plans.NamedUnit> named(String asWritten) {
        return units.stream().map(unit -> new Plans.NamedUnit(asWritten, unit, List.of())).toList();
    }

    /** In the place of the first that carried the name; no unit twice. */
    private List<Plans.NamedUnit> settled(List<Plans.NamedUnit> was) {
        var first = was.stream().filter(unit -> isIt(unit.name())).findFirst();
        if (first.isEmpty()) {
            return was;
        }
        var all = new ArrayList<Plans.NamedUnit>();
        for (var unit : was) {
            if (unit == first.get()) {
                all.addAll(named(unit.name()));
            } else if (!isIt(unit.name())) {
                all.add(unit);
            }
        }
        var once = new LinkedHashMap<Object, Plans.NamedUnit>();
        all.forEach(unit -> once.putIfAbsent(unit.unit() == null ? unit.name() : unit.unit(), unit));
        return List.copyOf(once.values());
    }

    private Plans.TargetRow settled(Plans.TargetRow row) {
        var owner = row.owner();
        if (owner == null || !isIt(owner.name())) {
            return row;
        }
        var now = units.size() == 1 ? named(owner.name()).getFirst() : new Plans.NamedUnit(owner.name(), null, units);
        return Rows.target(row, now, row.dataSource(), row.rhythm());
    }

    private Plans.RuleRow settled(Plans.RuleRow row) {
        var owedTo = isIt(row.recipient()) ? units.getFirst() : row.owedTo();
        var owedBy = isIt(row.reporter()) ? units.stream().filter(unit -> !unit.equals(owedTo)).toList() : row.owedBy();
        return new Plans.RuleRow(
                row.row(), row.frequency(), row.day(), row.month(), row.strict(), row.dayConfirmed(), row.reporter(), row.recipient(), owedBy, owedTo,
                row.dropped(), row.source());
    }

    private Plans.Duty settled(Plans.Duty duty) {
        var lead = duty.lead().isEmpty() && isIt(duty.unit()) ? named(duty.unit()) : settled(duty.lead());
        return Rows.duty(duty, lead, duty.decision(), duty.became());
    }
}
