package vn.dondoc.task.part;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.VietnameseOrder;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Takers;

/** Finds the parts of a task, by their index, and who could take one. */
@Component
public class Parts {

    static final String WHOLE = "partOf.whole";
    static final String STATE = "work.state";
    private static final int MOST = 200;
    private static final List<String> FINISHED = List.of(WorkState.COMPLETED.name(), WorkState.CANCELLED.name());

    private final Aggregates<Assignment> assignments;
    private final Directory directory;

    Parts(Aggregates<Assignment> assignments, Directory directory) {
        this.assignments = assignments;
        this.directory = directory;
    }

    /**
     * The parts of a task.
     *
     * @param finished how many of {@code all} were accepted; what was cancelled is in neither
     * @param worstFirst as many as a page shows
     */
    public record Found(int finished, int all, List<Assignment> worstFirst) {}

    /** Those of a task that the caller was found to see: they are told with it. */
    public Found of(Assignment whole) {
        var query = new Query(of(whole.id().value())).with(Sort.by("rank", "deadline.lastDay", "_id")).limit(MOST);
        var some = assignments.list(query).stream().map(Versioned::state).toList();
        if (some.size() < MOST) {
            var counted = some.stream().filter(part -> part.work().state() != WorkState.CANCELLED).toList();
            var finished = counted.stream().filter(part -> part.work().state() == WorkState.COMPLETED).count();
            return new Found(Math.toIntExact(finished), counted.size(), some);
        }
        return new Found(
                count(of(whole.id().value()).and(STATE).is(WorkState.COMPLETED.name())),
                count(of(whole.id().value()).and(STATE).ne(WorkState.CANCELLED.name())), some);
    }

    /** How many parts that were given to other units are not accepted yet. */
    public long openOf(String whole) {
        return count(of(whole).and("partOf.kind").ne(PartKind.OCCURRENCE.name()).and(STATE).nin(FINISHED));
    }

    /** Ids of what of it is not finished, occurrences included. */
    List<String> unfinished(String whole) {
        return assignments.list(new Query(of(whole).and(STATE).nin(FINISHED)).with(Sort.by("_id"))).stream().map(Versioned::id).toList();
    }

    /** The units below or beside that a part of it can be given to: those of the commune that do not lead it, by their names. */
    public List<UnitState> mayTake(Assignment whole) {
        var lead = whole.planned().lead();
        return byName(directory.unitsOf(whole.commune()).stream()
                .filter(unit -> unit.active() && !unit.id().equals(whole.commune()) && !lead.contains(unit.id()))
                .toList());
    }

    /** The positions that a part of it can be given to, in those units and in the ones that lead it themselves: by unit, those who lead it first. */
    public List<PositionState> positionsThatMayTake(Assignment whole) {
        var led = whole.planned().lead().stream().flatMap(unit -> directory.unit(unit).stream()).filter(UnitState::active);
        return Stream.concat(led, mayTake(whole).stream()).distinct()
                .flatMap(unit -> directory.positionsIn(unit.id()).stream().filter(position -> Reach.acts(position.role()) && position.scope() == null)
                        .sorted(Comparator.comparing((PositionState position) -> position.role() == Role.OFFICER).thenComparing(PositionState::title, VietnameseOrder.NAMES)))
                .toList();
    }

    public Takers takers(Assignment whole) {
        return new Takers(
                mayTake(whole).stream().map(UnitState::id).toList(),
                positionsThatMayTake(whole).stream().collect(Collectors.toMap(PositionState::id, PositionState::unit)));
    }

    private static List<UnitState> byName(Collection<UnitState> units) {
        return units.stream().sorted(Comparator.comparing(UnitState::name, VietnameseOrder.NAMES)).toList();
    }

    private int count(Criteria criteria) {
        return Math.toIntExact(assignments.count(new Query(criteria)));
    }

    private static Criteria of(String whole) {
        return Criteria.where(WHOLE).is(whole);
    }
}
