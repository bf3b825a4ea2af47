package vn.dondoc.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.BodyState;
import vn.dondoc.contracts.event.CalendarState;
import vn.dondoc.contracts.event.Depth;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.testing.TestProvince;

/** A directory that holds exactly what a test says. */
public final class KnownOrganisation implements Directory {

    public final List<UnitState> units = new ArrayList<>();
    public final List<PositionState> positions = new ArrayList<>();
    public final List<SettingsState> settings = new ArrayList<>();
    public final List<BodyState> bodies = new ArrayList<>();
    /** How deep the province sees. */
    public Depth depth = Depth.ALL;

    public KnownOrganisation(TestProvince province) {
        units.addAll(province.units());
        positions.addAll(province.positions());
    }

    /** Leaves the positions of a unit to nobody, and without a mailbox. */
    public void deserted(UnitId unit) {
        positions.replaceAll(position -> position.unit().equals(unit) ? with(position, null, null) : position);
    }

    /** Nobody holds it any more; its mailbox stays. */
    public void vacated(PositionId id) {
        positions.replaceAll(position -> position.id().equals(id) ? with(position, null, position.mailbox()) : position);
    }

    /** Ends a unit in favour of another. */
    public void merged(UnitId from, UnitId into) {
        units.replaceAll(unit -> unit.id().equals(from)
                ? new UnitState(unit.id(), unit.name(), unit.aliases(), unit.kind(), unit.parent(), unit.commune(), unit.province(), false, false, into)
                : unit);
    }

    public static PositionState with(PositionState position, @Nullable PersonId holder, @Nullable String mailbox) {
        return new PositionState(position.id(), position.unit(), position.title(), position.role(), holder, mailbox);
    }

    @Override
    public Optional<UnitState> unit(UnitId id) {
        return units.stream().filter(unit -> unit.id().equals(id)).findFirst();
    }

    @Override
    public Optional<PositionState> position(PositionId id) {
        return positions.stream().filter(position -> position.id().equals(id)).findFirst();
    }

    @Override
    public List<PositionState> heldBy(PersonId person) {
        return positions.stream().filter(position -> person.equals(position.holder())).toList();
    }

    @Override
    public List<PositionState> deputisedBy(PositionId deputy) {
        return positions.stream().filter(position -> position.absence() != null && deputy.equals(position.absence().deputy())).toList();
    }

    @Override
    public List<PositionState> positionsIn(UnitId unit) {
        return positions.stream().filter(position -> position.unit().equals(unit)).toList();
    }

    @Override
    public Collection<UnitState> unitsOf(UnitId area) {
        return units.stream().filter(unit -> area.equals(unit.area())).toList();
    }

    @Override
    public Collection<UnitState> below(UnitId parent) {
        return units.stream().filter(unit -> parent.equals(unit.parent())).toList();
    }

    @Override
    public Set<UnitId> subtree(UnitId unit) {
        var found = new HashSet<UnitId>(Set.of(unit));
        below(unit).forEach(child -> found.addAll(subtree(child.id())));
        return found;
    }

    @Override
    public Collection<BodyState> bodiesOf(UnitId area) {
        return bodies.stream().filter(body -> body.area().equals(area)).toList();
    }

    @Override
    public Depth depth(UnitId province) {
        return depth;
    }

    @Override
    public Optional<SettingsState> ownSettings(UnitId unit) {
        return settings.stream().filter(one -> one.unit().equals(unit)).findFirst();
    }

    @Override
    public Optional<CalendarState> calendar(UnitId province, int year) {
        return Optional.empty();
    }

    @Override
    public boolean isEmpty() {
        return units.isEmpty();
    }

    @Override
    public boolean isFresh() {
        return true;
    }
}
