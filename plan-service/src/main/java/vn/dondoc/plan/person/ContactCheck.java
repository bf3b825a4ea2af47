package vn.dondoc.plan.person;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.api.Operations.Severity;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.check.SelfCheck;

/** Positions that are held by somebody whom no message reaches but in the inbox: no mailbox, and neither telephone nor mail of the holder. */
@Component
class ContactCheck implements SelfCheck {

    private final Directory directory;
    private final MongoTemplate mongo;

    ContactCheck(Directory directory, MongoTemplate mongo) {
        this.directory = directory;
        this.mongo = mongo;
    }

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public List<Finding> look(Set<UnitId> provinces) {
        var held = provinces.stream().flatMap(this::positions).filter(position -> position.holder() != null && position.mailbox() == null).toList();
        if (held.isEmpty()) {
            return List.of();
        }
        var reached = new HashSet<String>();
        var ids = held.stream().map(position -> Objects.requireNonNull(position.holder()).value()).distinct().toList();
        mongo.getCollection(StoredPeople.COLLECTION)
                .find(Filters.and(Filters.in("_id", ids), Filters.or(Filters.exists("phone"), Filters.exists("email")))).projection(Projections.include("_id"))
                .forEach(person -> reached.add(person.getString("_id")));
        var without = held.stream().filter(position -> !reached.contains(Objects.requireNonNull(position.holder()).value()))
                .map(this::told).sorted().toList();
        return without.isEmpty() ? List.of() : List.of(new Finding(
                "POSITION_WITHOUT_CONTACT", Severity.WARNING, without.size(), without.stream().distinct().limit(EXAMPLES).toList(), null));
    }

    /** Chuyên viên, Phòng Kinh tế, Xã Hạ Vân */
    private String told(PositionState position) {
        var unit = position.title() + ", " + directory.nameOf(position.unit());
        var commune = directory.unit(position.unit()).map(UnitState::commune).orElse(null);
        return commune == null || commune.equals(position.unit()) ? unit : unit + ", " + directory.nameOf(commune);
    }

    private Stream<PositionState> positions(UnitId province) {
        return directory.subtree(province).stream().filter(unit -> directory.unit(unit).filter(UnitState::active).isPresent())
                .flatMap(unit -> directory.positionsIn(unit).stream());
    }
}
