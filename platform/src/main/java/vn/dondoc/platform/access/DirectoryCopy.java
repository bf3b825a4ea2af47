package vn.dondoc.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.BodyState;
import vn.dondoc.contracts.event.CalendarState;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/** The copy in memory: some tens of thousands of small records for a province, read anew from the compacted topic at every start. */
final class DirectoryCopy implements Directory {

    static final Duration FRESH = Duration.ofSeconds(60);

    private final Clock systemClock;
    private final Map<String, UnitState> units = new ConcurrentHashMap<>();
    private final Map<String, PositionState> positions = new ConcurrentHashMap<>();
    private final Map<String, CalendarState> calendars = new ConcurrentHashMap<>();
    private final Map<String, SettingsState> settings = new ConcurrentHashMap<>();
    private final Map<String, BodyState> bodies = new ConcurrentHashMap<>();
    private final Groups<BodyState> bodiesByArea = new Groups<>();
    private final Groups<PositionState> byHolder = new Groups<>();
    private final Groups<PositionState> byDeputy = new Groups<>();
    private final Groups<PositionState> byUnit = new Groups<>();
    private final Groups<UnitState> byParent = new Groups<>();
    private final Groups<UnitState> byArea = new Groups<>();
    private volatile @Nullable Instant comparedAt;

    DirectoryCopy(Clock systemClock) {
        this.systemClock = systemClock;
    }

    /** Takes over one record; null data erase. */
    void apply(String key, byte @Nullable [] data) {
        if (key.startsWith("unit/")) {
            var before = replace(units, key, data, UnitState.class);
            var after = units.get(key);
            byParent.move(before, after, unit -> unit.parent() == null ? "" : unit.parent().value(), unit -> unit.id().value());
            byArea.move(before, after, unit -> unit.area().value(), unit -> unit.id().value());
        } else if (key.startsWith("position/")) {
            var before = replace(positions, key, data, PositionState.class);
            var after = positions.get(key);
            byHolder.move(before, after, held -> held.holder() == null ? "" : held.holder().value(), held -> held.id().value());
            byDeputy.move(before, after, DirectoryCopy::deputyOf, held -> held.id().value());
            byUnit.move(before, after, held -> held.unit().value(), held -> held.id().value());
        } else if (key.startsWith("body/")) {
            var before = replace(bodies, key, data, BodyState.class);
            bodiesByArea.move(before, bodies.get(key), body -> body.area().value(), body -> body.id().value());
        } else if (key.startsWith("calendar/")) {
            replace(calendars, key, data, CalendarState.class);
        } else if (key.startsWith("settings/")) {
            replace(settings, key, data, SettingsState.class);
        }
    }

    void comparedNow() {
        comparedAt = systemClock.instant();
    }

    boolean everCompared() {
        return comparedAt != null;
    }

    private static String deputyOf(PositionState position) {
        var absence = position.absence();
        return absence == null || absence.deputy() == null ? "" : absence.deputy().value();
    }

    private static <T> @Nullable T replace(Map<String, T> map, String key, byte @Nullable [] data, Class<T> type) {
        return data == null ? map.remove(key) : map.put(key, EventJson.mapper().readValue(data, type));
    }

    @Override
    public Optional<UnitState> unit(UnitId id) {
        return Optional.ofNullable(units.get("unit/" + id.value()));
    }

    @Override
    public Optional<PositionState> position(PositionId id) {
        return Optional.ofNullable(positions.get("position/" + id.value()));
    }

    @Override
    public List<PositionState> heldBy(PersonId person) {
        return byHolder.of(person.value());
    }

    @Override
    public List<PositionState> deputisedBy(PositionId deputy) {
        return byDeputy.of(deputy.value());
    }

    @Override
    public List<PositionState> positionsIn(UnitId unit) {
        return byUnit.of(unit.value());
    }

    @Override
    public Collection<UnitState> unitsOf(UnitId area) {
        return byArea.of(area.value()).stream().filter(UnitState::active).toList();
    }

    @Override
    public Collection<UnitState> below(UnitId unit) {
        return byParent.of(unit.value()).stream().filter(UnitState::active).toList();
    }

    @Override
    public Set<UnitId> subtree(UnitId unit) {
        var found = new HashSet<UnitId>();
        collect(unit, found);
        return found;
    }

    private void collect(UnitId unit, Set<UnitId> found) {
        if (found.add(unit)) {
            byParent.of(unit.value()).forEach(child -> collect(child.id(), found));
        }
    }

    @Override
    public Optional<BodyState> body(BodyId id) {
        return Optional.ofNullable(bodies.get("body/" + id.value()));
    }

    @Override
    public Optional<CalendarState> calendar(UnitId province, int year) {
        return Optional.ofNullable(calendars.get("calendar/" + province.value() + "/" + year));
    }

    @Override
    public Optional<SettingsState> ownSettings(UnitId unit) {
        return Optional.ofNullable(settings.get("settings/" + unit.value()));
    }

    @Override
    public Collection<BodyState> bodiesOf(UnitId area) {
        return bodiesByArea.of(area.value()).stream().filter(BodyState::active).toList();
    }

    @Override
    public boolean isEmpty() {
        return units.isEmpty();
    }

    @Override
    public boolean isFresh() {
        var compared = comparedAt;
        return compared != null && Objects.requireNonNull(compared).plus(FRESH).isAfter(systemClock.instant());
    }
}
