package vn.dondoc.platform.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Depth;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.web.Programmes;

/**
 * Who calls: a person, and the positions this service's copy of the organisation says they hold now, or stand in for today while
 * the holder is away. Standing in is not passed on: whoever stands in for a deputy stands in for that deputy's own position only.
 */
public record Caller(PersonId person, List<Held> held, Branch branch) {

    /**
     * A position and the unit it is in.
     *
     * @param decides its commune named it as the one that decides beside the leaders
     */
    public record Held(PositionState position, UnitState unit, boolean decides) {

        /** The key of the programme that it is limited to in what it sees; null where to none. */
        @Nullable String reads() {
            var scope = position.scope();
            return scope == null ? null : Programmes.key(scope.reads());
        }

        /** The key of the programme that it is limited to in what it does; null where to none. */
        @Nullable String writes() {
            var scope = position.scope();
            return scope == null ? null : Programmes.key(scope.writes());
        }

        /** Whether it sees everything in its branch, rather than a programme. */
        public boolean readsAll() {
            return reads() == null;
        }

        /** Whether it is for everything in its branch, rather than for a programme. */
        public boolean isForAll() {
            return reads() == null && writes() == null;
        }

        private Held unlimited() {
            return new Held(new PositionState(
                    position.id(), position.unit(), position.title(), position.role(), position.holder(), position.mailbox(), position.absence()), unit, decides);
        }

        private boolean actsOn(@Nullable String programme) {
            var only = writes();
            return only == null || only.equals(programme);
        }

        boolean is(Role... roles) {
            return List.of(roles).contains(position.role());
        }
    }

    static Caller of(PersonId person, Directory directory, LocalDate today) {
        var own = inActiveUnits(directory.heldBy(person).stream(), directory).toList();
        var deputised = own.stream().flatMap(one -> directory.deputisedBy(one.position().id()).stream())
                .filter(position -> position.absence() != null && position.absence().covers(today))
                .filter(position -> !person.equals(position.holder()));
        var held = Stream.concat(own.stream(), inActiveUnits(deputised, directory)).distinct().toList();
        return new Caller(person, held, branchOf(held, directory));
    }

    private static Stream<Held> inActiveUnits(Stream<PositionState> positions, Directory directory) {
        return positions.flatMap(position -> directory.unit(position.unit()).filter(UnitState::active)
                .map(unit -> new Held(position, unit, decides(position, unit, directory))).stream());
    }

    private static boolean decides(PositionState position, UnitState unit, Directory directory) {
        var commune = unit.commune();
        return commune != null && position.scope() == null && Reach.acts(position.role())
                && directory.ownSettings(commune).map(SettingsState::decider).filter(position.id()::equals).isPresent();
    }

    private static Branch branchOf(List<Held> held, Directory directory) {
        var branch = new Branch.Builder();
        for (var one : held) {
            var commune = one.unit().commune();
            var programme = one.reads();
            if (one.decides()) {
                branch.communes.add(Objects.requireNonNull(commune));
            }
            switch (Breadth.of(one.position().role(), commune)) {
                case PROVINCE -> ofProvince(one, programme, branch, directory);
                case COMMUNE -> {
                    var area = Objects.requireNonNull(commune);
                    if (programme == null) {
                        branch.communes.add(area);
                    } else {
                        branch.ofProgramme(area, programme);
                    }
                }
                case UNIT -> directory.subtree(one.unit().id()).forEach(unit -> {
                    if (programme == null) {
                        branch.units.add(unit);
                    } else {
                        branch.ofProgramme(unit, programme);
                    }
                });
                case NOTHING -> { }
            }
        }
        return branch.done();
    }

    /** What the province and its offices gave, or are owed, is theirs; how much of the communes' own they see is a setting of the province. */
    private static void ofProvince(Held one, @Nullable String programme, Branch.Builder branch, Directory directory) {
        var province = one.unit().province();
        var depth = directory.depth(province);
        if (depth != Depth.ALL) {
            branch.shallow(province, programme == null ? depth : Depth.FIGURES);
            branch.units.add(province);
            directory.below(province).stream().filter(unit -> unit.commune() == null).forEach(unit -> branch.units.addAll(directory.subtree(unit.id())));
        } else if (programme == null) {
            branch.provinces.add(province);
        } else {
            branch.ofProgramme(province, programme);
        }
    }

    /** Whether any position held has one of the roles, wherever. */
    public boolean is(Role... roles) {
        return held.stream().anyMatch(one -> one.is(roles));
    }

    /**
     * The same person with those positions only that act on what belongs to a programme, or to none. Elsewhere a position that is for a programme acts on
     * nothing.
     *
     * @param programme by any name; null where the thing belongs to none
     */
    public Caller actingOn(@Nullable String programme) {
        var key = Programmes.key(programme);
        return new Caller(person, held.stream().filter(one -> one.actsOn(key)).map(one -> one.writes() == null ? one : one.unlimited()).toList(), branch);
    }

    /** Whether a position with one of the roles is held in that commune. */
    public boolean isIn(UnitId commune, Role... roles) {
        return held.stream().anyMatch(one -> commune.equals(one.unit().commune()) && one.writes() == null && one.is(roles));
    }

    /** An area of which only what belongs to some programmes is seen. */
    public record OfProgrammes(UnitId area, Set<String> keys) {}

    /** The province of which only programmes are seen, where a position is held for those in the whole of it. */
    public Optional<OfProgrammes> programmesOfProvince() {
        return held.stream().map(one -> one.unit().province()).filter(branch.programmes()::containsKey).min(Comparator.comparing(UnitId::value))
                .map(province -> new OfProgrammes(province, Set.copyOf(branch.programmes().getOrDefault(province, Set.of()))));
    }

    /** The keys of the programmes that are seen in that commune, as a whole or in units of it; none where nothing, or everything, is seen there. */
    public Set<String> programmesIn(UnitState commune) {
        var keys = new HashSet<String>(branch.programmes().getOrDefault(commune.province(), Set.of()));
        held.stream().filter(one -> commune.id().equals(one.unit().commune())).flatMap(one -> Stream.ofNullable(one.reads())).forEach(keys::add);
        return keys;
    }

    /** Whether a position is held that the commune named as the one that decides beside its leaders. */
    public boolean decidesIn(UnitId commune) {
        return held.stream().anyMatch(one -> one.decides() && commune.equals(one.unit().commune()));
    }

    /** Whether a position with one of the roles is held for that province. */
    public boolean isOf(UnitId province, Role... roles) {
        return held.stream().anyMatch(one -> province.equals(one.unit().province()) && one.writes() == null && one.is(roles));
    }

    /** Whether the caller works in one of those units, in any position that acts. */
    public boolean worksIn(Collection<UnitId> units) {
        return held.stream().anyMatch(one -> units.contains(one.unit().id()) && one.writes() == null && Reach.acts(one.position().role()));
    }

    /** Whether the caller works in one of those units in a position that acts, above its officers. */
    public boolean leadsIn(Collection<UnitId> units) {
        return held.stream().anyMatch(one -> units.contains(one.unit().id()) && one.writes() == null && Reach.acts(one.position().role()) && !one.is(Role.OFFICER));
    }

    /** The units the caller holds positions in. */
    public Set<UnitId> ownUnits() {
        var own = new HashSet<UnitId>();
        held.forEach(one -> own.add(one.unit().id()));
        return own;
    }

    /** The communes the caller belongs to or oversees by position. */
    public Set<UnitId> ownCommunes() {
        var own = new HashSet<UnitId>();
        held.forEach(one -> {
            if (one.unit().commune() != null) {
                own.add(one.unit().commune());
            }
        });
        return own;
    }

    /** The caller as actor: in the position that lies in one of those units, else in that commune, else in any. */
    public Actor actingFor(Collection<UnitId> units, UnitId commune) {
        Optional<Held> nearest = held.stream().filter(one -> units.contains(one.unit().id())).findFirst();
        var position = nearest
                .or(() -> held.stream().filter(one -> commune.equals(one.unit().commune())).findFirst())
                .or(() -> held.stream().findFirst());
        return Actor.person(person, position.map(one -> one.position().id()).orElse(null));
    }
}
