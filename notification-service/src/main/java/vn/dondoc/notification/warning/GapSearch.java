package vn.dondoc.notification.warning;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Gaps;
import vn.dondoc.contracts.event.Absence;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.obligation.Standing;
import vn.dondoc.platform.access.Branch;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.time.DomainClock;

/** Looks through the directory for positions that nobody holds where something is owed. */
@Component
class GapSearch {

    private static final int MOST = 500;
    /** How far back what went up is told. */
    private static final Duration RECENT = Duration.ofDays(7);

    private final Directory directory;
    private final MongoTemplate mongo;
    private final DomainClock clock;
    private final Clock systemClock;

    GapSearch(Directory directory, MongoTemplate mongo, DomainClock clock, Clock systemClock) {
        this.directory = directory;
        this.mongo = mongo;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    List<Gaps.Gap> within(Branch branch) {
        var open = open(branch);
        var communes = Stream.concat(
                        branch.communes().stream(),
                        branch.provinces().stream().flatMap(province -> directory.below(province).stream()).filter(unit -> unit.id().equals(unit.commune())).map(UnitState::id))
                .distinct().flatMap(commune -> directory.unit(commune).stream()).filter(UnitState::active).toList();
        var offices = branch.provinces().stream().flatMap(province -> directory.below(province).stream()).filter(unit -> unit.commune() == null);
        var found = Stream.concat(
                communes.stream().flatMap(commune -> Stream.concat(ofCommune(commune, open), directory.unitsOf(commune.id()).stream().flatMap(unit -> ofUnit(unit, open)))),
                offices.flatMap(unit -> ofUnit(unit, open)));
        var all = found.toList();
        var deserted = all.stream().filter(gap -> gap.kind() == Gaps.Kind.NOBODY_IN_UNIT).map(Gaps.Gap::unit).collect(Collectors.toSet());
        return Stream.concat(all.stream(), wentUp(branch).filter(gap -> !deserted.contains(gap.unit()))).sorted(Comparator.comparing((Gaps.Gap gap) -> gap.kind()).thenComparing(gap -> -gap.open()).thenComparing(Gaps.Gap::placeName)
                        .thenComparing(Gaps.Gap::unitName)).limit(MOST).toList();
    }

    /** How many messages found nobody in those provinces. */
    long unaddressed(Set<UnitId> provinces) {
        return mongo.getCollection("unaddressed").countDocuments(Filters.in("province", provinces.stream().map(UnitId::value).toList()));
    }

    private Stream<Gaps.Gap> ofCommune(UnitState commune, Map<UnitId, Long> open) {
        var owed = directory.unitsOf(commune.id()).stream().mapToLong(unit -> open.getOrDefault(unit.id(), 0L)).sum();
        var standing = directory.standingUnitOf(commune.id());
        var chased = standing.filter(unit -> acting(unit).anyMatch(GapSearch::isHeld)).isPresent();
        var led = directory.unitsOf(commune.id()).stream().flatMap(unit -> directory.positionsIn(unit.id()).stream())
                .anyMatch(position -> position.role() == Role.COMMUNE_LEADER && isHeld(position));
        return Stream.concat(
                chased ? Stream.empty() : Stream.of(gap(Gaps.Kind.NO_STANDING_UNIT, standing.orElse(commune), null, null, owed)),
                led ? Stream.empty() : Stream.of(gap(Gaps.Kind.NO_LEADER, commune, null, null, owed)));
    }

    private Stream<Gaps.Gap> ofUnit(UnitState unit, Map<UnitId, Long> open) {
        var owed = open.getOrDefault(unit.id(), 0L);
        var nobody = owed > 0 && acting(unit).noneMatch(GapSearch::isHeld) ? Stream.of(gap(Gaps.Kind.NOBODY_IN_UNIT, unit, null, null, owed)) : Stream.<Gaps.Gap>empty();
        var away = acting(unit).filter(GapSearch::isHeld).filter(position -> position.role() != Role.OFFICER)
                .flatMap(position -> absence(position).map(absence -> gap(Gaps.Kind.AWAY_WITHOUT_DEPUTY, unit, position, absence.until(), owed)).stream());
        return Stream.concat(nobody, away);
    }

    private Optional<Absence> absence(PositionState position) {
        return Optional.ofNullable(position.absence()).filter(absence -> absence.covers(clock.today()))
                .filter(absence -> absence.deputy() == null || directory.position(absence.deputy()).filter(GapSearch::isHeld).isEmpty());
    }

    /** Positions that were left between the writing of a message and its sending. */
    private Stream<Gaps.Gap> wentUp(Branch branch) {
        var found = new ArrayList<Gaps.Gap>();
        mongo.getCollection("deliveries").aggregate(List.of(
                Aggregates.match(Filters.and(
                        branch.within().getCriteriaObject(), Filters.eq("wentUp", true), Filters.gte("queuedAt", Date.from(systemClock.instant().minus(RECENT))))),
                Aggregates.unwind("$positions"), Aggregates.group("$positions", Accumulators.sum("open", 1L)))).forEach(group -> directory
                .position(new PositionId(group.getString("_id"))).filter(position -> !isHeld(position)).ifPresent(position -> directory.unit(position.unit())
                        .ifPresent(unit -> found.add(gap(Gaps.Kind.WENT_UP, unit, position, null, group.getLong("open"))))));
        return found.stream();
    }

    private Stream<PositionState> acting(UnitState unit) {
        return directory.positionsIn(unit.id()).stream().filter(position -> switch (position.role()) {
            case UNIT_HEAD, OFFICER, VILLAGE_HEAD, COMMUNE_STANDING, COMMUNE_LEADER, PROVINCE_STANDING -> position.scope() == null;
            case PROVINCE_ADMINISTRATOR, PROVINCE_VIEWER, INSPECTION, COMMUNE_ADMINISTRATOR -> false;
        });
    }

    private static boolean isHeld(PositionState position) {
        return position.holder() != null;
    }

    private Gaps.Gap gap(Gaps.Kind kind, UnitState unit, @Nullable PositionState position, @Nullable LocalDate until, long open) {
        var place = unit.commune() == null ? unit.province() : unit.commune();
        return new Gaps.Gap(
                kind, unit.id(), unit.name(), place, directory.nameOf(place), position == null ? null : position.id(), position == null ? null : position.title(),
                until, open);
    }

    /** What is open, by the unit that answers. */
    private Map<UnitId, Long> open(Branch branch) {
        var open = new HashMap<UnitId, Long>();
        mongo.getCollection("obligations").aggregate(List.of(
                Aggregates.match(Filters.and(branch.within().getCriteriaObject(), Filters.eq("state.standing", Standing.OPEN.name()))),
                Aggregates.unwind("$units"), Aggregates.group("$units", Accumulators.sum("open", 1L))))
                .forEach(group -> open.merge(directory.heirOf(new UnitId(group.getString("_id"))), group.getLong("open"), Long::sum));
        return open;
    }
}
