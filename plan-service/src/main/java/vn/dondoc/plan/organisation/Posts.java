package vn.dondoc.plan.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Branch;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;

/** Positions as they are stored now, for whoever keeps the people that hold them. */
@Component
public class Posts {

    private final Aggregates<Position> positions;
    private final Aggregates<Unit> units;

    Posts(Aggregates<Position> positions, Aggregates<Unit> units) {
        this.positions = positions;
        this.units = units;
    }

    /** A position and the unit it is in. */
    public record Post(PositionState position, UnitState unit) {

        /** The commune, or the province where there is none. */
        public UnitId area() {
            return UnitTree.area(unit);
        }
    }

    public Optional<Post> find(PositionId id) {
        return of(positions.find(id.value()).stream().toList()).stream().findFirst();
    }

    /** What they hold, in active units and others. */
    public List<Post> heldBy(Collection<PersonId> people) {
        return people.isEmpty() ? List.of()
                : of(positions.list(new Query(Criteria.where("holder").in(people.stream().map(PersonId::value).toList()))));
    }

    private List<Post> of(List<Versioned<Position>> found) {
        var known = new HashMap<UnitId, UnitState>();
        units.each(new Query(Criteria.where("_id").in(found.stream().map(one -> one.state().unit().value()).distinct().toList())),
                unit -> known.put(unit.state().id(), unit.state().state()));
        return found.stream().flatMap(one -> post(one, known)).toList();
    }

    private static Stream<Post> post(Versioned<Position> one, Map<UnitId, UnitState> known) {
        return Stream.ofNullable(known.get(one.state().unit())).map(unit -> new Post(one.state().state(), unit));
    }

    public Optional<UnitState> unit(UnitId id) {
        return units.find(id.value()).map(one -> one.state().state());
    }

    /** @throws vn.dondoc.platform.problem.ProblemException 409 where somebody else holds it */
    public void give(PositionId id, PersonId person, Act act) {
        positions.change(id.value(), act, position -> position.give(person)).orProblem();
    }

    /** What a caller sees of the directory: the branch, and the whole own commune. */
    public static Branch seenBy(Caller caller) {
        return UnitQuery.seenBy(caller);
    }

    /** Whether the caller keeps that part of the directory. */
    public static boolean mayKeep(Caller caller, UnitState unit) {
        return DirectoryBorder.mayKeep(caller, unit);
    }
}
