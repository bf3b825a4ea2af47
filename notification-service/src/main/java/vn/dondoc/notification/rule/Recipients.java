package vn.dondoc.notification.rule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.obligation.ObligationKind;
import vn.dondoc.notification.obligation.Obligations;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.InCharge;
import vn.dondoc.platform.time.DomainClock;

/**
 * From audiences to positions, by the organisation as it is now. Where nobody of a unit can be reached its message goes up: to the
 * standing unit, then to the leaders of the commune, then to the standing unit of the province where that sees it; where nobody holds a position it goes
 * up as well as to the mailboxes.
 */
@Component
public class Recipients {

    private final Directory directory;
    private final Function<String, Optional<Obligation>> tasks;
    private final Supplier<LocalDate> today;
    private final Concern concern;
    private final InCharge inCharge;
    private final Doers doers;

    @Autowired
    public Recipients(Directory directory, Obligations obligations, DomainClock clock) {
        this(directory, task -> obligations.find(ObligationKind.TASK, task), clock::today);
    }

    /**
     * @param tasks as they are known
     * @param today the day on which holders are there or away
     */
    Recipients(Directory directory, Function<String, Optional<Obligation>> tasks, Supplier<LocalDate> today) {
        this.directory = directory;
        this.tasks = tasks;
        this.today = today;
        this.concern = new Concern(directory);
        this.inCharge = new InCharge(directory);
        this.doers = new Doers(directory, tasks);
    }

    /** The positions in the order of the audiences, each once; none only where not even the province can be reached. */
    Collection<Recipient> of(Notice notice, Obligation obligation) {
        return of(notice, obligation, obligation);
    }

    /**
     * The positions in the order of the audiences, each once; none only where not even the province can be reached.
     *
     * @param obligation as the event left it
     * @param now as it is known, with what only the events before tell
     */
    public Collection<Recipient> of(Notice notice, Obligation obligation, Obligation now) {
        var told = new LinkedHashMap<PositionId, Recipient>();
        for (var audience : notice.audiences()) {
            (audience == Audience.FORMER ? former(now) : of(audience, obligation)).forEach(recipient -> told.putIfAbsent(recipient.position(), recipient));
        }
        return told.values();
    }

    private Stream<Recipient> of(Audience audience, Obligation obligation) {
        return switch (audience) {
            case FORMER -> former(obligation);
            case RESPONSIBLE -> responsible(obligation);
            case HEAD -> inUnits(audience, obligation, obligation.responsible(), position -> position.role() != Role.OFFICER);
            case OWED_TO -> {
                var owedTo = obligation.owedTo();
                yield owedTo == null ? of(Audience.STANDING, obligation) : inUnits(audience, obligation, List.of(owedTo), _ -> true);
            }
            case DECIDING -> obligation.kind() == ObligationKind.CONSOLIDATION ? signing(obligation) : deciding(obligation, givers(obligation), doers.within(obligation));
            // whoever does not hold the position any more follows nothing; nobody is told in its stead
            case FOLLOWING -> each(obligation.followers().stream().flatMap(position -> directory.position(position).stream())
                    .filter(Recipients::reachable).filter(position -> around(position, obligation.commune())).toList(), audience, null);
            case COORDINATING -> each(obligation.known().coordinating().stream().map(directory::heirOf).distinct()
                    .flatMap(unit -> working(unit).stream()).toList(), audience, null);
            case URGING_UNIT -> inCharge.urging(workOf(obligation)).stream().flatMap(unit -> told(working(unit), audience, null));
            case LEADER_IN_CHARGE -> told(inCharge.leaders(workOf(obligation)).stream().filter(Recipients::reachable).toList(), audience, null);
            // a commune's own stops at its head
            case PROVINCE -> concern.goesHigher(obligation) && concern.isSeenByProvince(obligation) ? told(ofProvince(obligation), audience, null) : Stream.empty();
            case STANDING -> asOrAbove(audience, standing(obligation.commune()), obligation, obligation.commune());
            case LEADER -> asOrAbove(audience, leaders(obligation.commune()), obligation, obligation.commune());
        };
    }

    /** Whoever gave it; within a unit its head, beside the others that lead the whole. */
    private Stream<Recipient> deciding(Obligation obligation, List<UnitId> givers, List<UnitId> within) {
        Predicate<PositionState> heads = position -> position.role() != Role.OFFICER && !position.id().equals(obligation.known().doer());
        if (givers.isEmpty()) {
            return within.isEmpty()
                    ? Stream.concat(of(standsForItself(obligation) ? Audience.LEADER : Audience.STANDING, obligation), named(obligation))
                    : inUnits(Audience.DECIDING, obligation, within, heads);
        }
        // where a unit has no head but the one who does it, the others decide and nobody above
        var own = within.stream().map(directory::heirOf).flatMap(unit -> working(unit).stream()).filter(heads).toList();
        return Stream.concat(told(own, Audience.DECIDING, null), inUnits(Audience.DECIDING, obligation, givers, _ -> true));
    }

    /** Who signs what was put together: the leaders and whom the commune named beside them, or the standing unit of the province. */
    private Stream<Recipient> signing(Obligation obligation) {
        return obligation.commune().equals(obligation.province())
                ? told(province(obligation.province()), Audience.DECIDING, null)
                : Stream.concat(asOrAbove(Audience.DECIDING, leaders(obligation.commune()), obligation, obligation.commune()), decider(obligation));
    }

    /** The position that it was given to, where one was; while nobody holds that, whoever leads its unit. */
    private Stream<Recipient> responsible(Obligation obligation) {
        var doer = doers.of(obligation).filter(position -> acts(position) && reachable(position)).stream().toList();
        var given = told(doer, Audience.RESPONSIBLE, null);
        return doer.stream().anyMatch(position -> position.holder() != null)
                ? given
                : Stream.concat(given, inUnits(
                        Audience.RESPONSIBLE, obligation, obligation.responsible(), position -> !Doers.isGiven(obligation) || position.role() != Role.OFFICER));
    }

    /** Where nobody of them can be reached, nobody need be told in their stead. */
    private Stream<Recipient> former(Obligation obligation) {
        return Lists.orEmpty(obligation.released()).stream().map(directory::heirOf).distinct()
                .flatMap(unit -> told(working(unit), Audience.FORMER, null));
    }

    private static InCharge.Work workOf(Obligation obligation) {
        return new InCharge.Work(obligation.commune(), obligation.province(), obligation.known().programme(), obligation.responsible());
    }

    /** Of that commune, or of the province above it. */
    private boolean around(PositionState position, UnitId commune) {
        return directory.unit(position.unit()).filter(UnitState::active)
                .filter(unit -> unit.commune() == null || commune.equals(unit.commune())).isPresent();
    }

    /** Who gave it: the unit whose directive it is, or of a part that was given on the lead units of its whole, but none that does it itself. */
    private List<UnitId> givers(Obligation obligation) {
        var whole = obligation.givenOf();
        var decider = obligation.decider();
        if (decider != null && !obligation.responsible().contains(decider)) {
            return List.of(decider);
        }
        return whole == null
                ? List.of()
                : tasks.apply(whole).map(Obligation::responsible).orElse(List.of()).stream()
                        .filter(unit -> !obligation.responsible().contains(unit))
                        .toList();
    }

    /** Whom the commune named to decide beside its leaders: told of what these, or the standing unit, do themselves. */
    private Stream<Recipient> named(Obligation obligation) {
        if (!standsForItself(obligation) && !obligation.responsible().contains(obligation.commune())) {
            return Stream.empty();
        }
        return decider(obligation);
    }

    private Stream<Recipient> decider(Obligation obligation) {
        return directory.ownSettings(obligation.commune()).map(SettingsState::decider).flatMap(directory::position)
                .filter(Recipients::reachable).filter(position -> !obligation.responsible().contains(position.unit()) && around(position, obligation.commune()))
                .map(position -> told(List.of(position), Audience.DECIDING, null)).orElse(Stream.empty());
    }

    private boolean standsForItself(Obligation obligation) {
        return directory.standingUnitOf(obligation.commune()).filter(unit -> obligation.responsible().contains(unit.id())).isPresent();
    }

    private Stream<Recipient> inUnits(
            Audience audience, Obligation obligation, List<UnitId> units, Predicate<PositionState> fits) {
        if (units.isEmpty()) {
            return above(audience, obligation, obligation.commune());
        }
        // What was told of a merged unit is for the one that took over
        return units.stream().map(directory::heirOf).distinct().flatMap(unit -> asOrAbove(audience, working(unit).stream().filter(fits).toList(), obligation, unit));
    }

    private Stream<Recipient> asOrAbove(Audience audience, List<PositionState> positions, Obligation obligation, UnitId unit) {
        // the mailbox of a position that nobody holds may be read by nobody
        var held = positions.stream().anyMatch(position -> position.holder() != null);
        return held ? told(positions, audience, null) : Stream.concat(told(positions, audience, null), above(audience, obligation, unit));
    }

    private Stream<Recipient> above(Audience audience, Obligation obligation, UnitId unreached) {
        var levels = List.of(standing(obligation.commune()), leaders(obligation.commune()), instead(obligation));
        return levels.stream().filter(positions -> positions.stream().anyMatch(position -> position.holder() != null)).findFirst()
                .or(() -> levels.stream().filter(positions -> !positions.isEmpty()).findFirst()).stream()
                .flatMap(positions -> told(positions, audience, unreached));
    }

    /** While a holder is away, whoever stands in is told as well. */
    private Stream<Recipient> told(List<PositionState> positions, Audience audience, @Nullable UnitId insteadOf) {
        return each(positions.stream().flatMap(position -> Stream.concat(Stream.of(position), deputy(position).stream())).distinct().toList(), audience, insteadOf);
    }

    private Optional<PositionState> deputy(PositionState absent) {
        var absence = absent.absence();
        return absence == null || absence.deputy() == null || !absence.covers(today.get())
                ? Optional.empty()
                : directory.position(absence.deputy()).filter(Recipients::reachable)
                        .filter(position -> directory.unit(position.unit()).filter(UnitState::active).isPresent());
    }

    private static Stream<Recipient> each(List<PositionState> positions, Audience audience, @Nullable UnitId insteadOf) {
        return positions.stream().map(position -> new Recipient(position.id(), audience, insteadOf, position.holder() == null ? true : null));
    }

    private List<PositionState> standing(UnitId commune) {
        var working = directory.standingUnitOf(commune).map(unit -> working(unit.id())).orElse(List.of());
        var chasing = with(working, Role.COMMUNE_STANDING);
        return chasing.isEmpty() ? working : chasing;
    }

    private List<PositionState> leaders(UnitId commune) {
        return directory.unitsOf(commune).stream().flatMap(unit -> with(working(unit.id()), Role.COMMUNE_LEADER).stream()).toList();
    }

    /** The province for a commune where nobody is; never of what it does not see. */
    private List<PositionState> instead(Obligation obligation) {
        return concern.isSeenByProvince(obligation) ? province(obligation.province()) : List.of();
    }

    private List<PositionState> ofProvince(Obligation obligation) {
        var owner = concern.owner(obligation).map(unit -> working(directory.heirOf(unit))).orElse(List.of());
        return owner.isEmpty() ? province(obligation.province()) : owner;
    }

    private List<PositionState> province(UnitId province) {
        return Stream.concat(Stream.of(province), directory.below(province).stream().map(UnitState::id))
                .flatMap(unit -> with(working(unit), Role.PROVINCE_STANDING).stream())
                .toList();
    }

    /** Positions of an active unit that act and can be reached, in the inbox or by mail. */
    private List<PositionState> working(UnitId id) {
        var unit = directory.unit(id).filter(UnitState::active).orElse(null);
        if (unit == null) {
            return List.of();
        }
        var acting = directory.positionsIn(id).stream().filter(Recipients::acts).filter(Recipients::seesAll).filter(Recipients::reachable).toList();
        var heads = unit.kind() == UnitKind.VILLAGE ? with(acting, Role.VILLAGE_HEAD) : List.<PositionState>of();
        return heads.isEmpty() ? acting : heads;
    }

    private static List<PositionState> with(List<PositionState> positions, Role role) {
        return positions.stream().filter(position -> position.role() == role).toList();
    }

    private static boolean acts(PositionState position) {
        return switch (position.role()) {
            case UNIT_HEAD, OFFICER, VILLAGE_HEAD, COMMUNE_STANDING, COMMUNE_LEADER, PROVINCE_STANDING -> true;
            case PROVINCE_ADMINISTRATOR, PROVINCE_VIEWER, INSPECTION, COMMUNE_ADMINISTRATOR -> false;
        };
    }

    /** A position that is for a programme does not see all that its unit has. */
    private static boolean seesAll(PositionState position) {
        var scope = position.scope();
        return scope == null || scope.reads() == null;
    }

    private static boolean reachable(PositionState position) {
        var mailbox = position.mailbox();
        return position.holder() != null || (mailbox != null && !mailbox.isBlank());
    }
}
