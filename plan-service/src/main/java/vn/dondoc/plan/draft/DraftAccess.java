package vn.dondoc.plan.draft;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Branch;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.problem.ProblemException;

/** Whose drafts a caller handles: those of communes where a position says so, or of the whole province for its administrator. */
@Component
public class DraftAccess {

    private final Directory directory;

    DraftAccess(Directory directory) {
        this.directory = directory;
    }

    /** Drafts that positions with one of the roles open to the caller. */
    public Criteria within(Caller caller, Role... roles) {
        var provinces = new HashSet<UnitId>();
        var communes = new HashSet<UnitId>();
        collect(caller, Set.of(roles), provinces, communes);
        return new Branch(provinces, communes, Set.of()).within();
    }

    /** The commune a document is uploaded for: the one named, else the caller's only one. */
    UnitState communeFor(Caller caller, @Nullable String named, Role... roles) {
        var provinces = new HashSet<UnitId>();
        var communes = new HashSet<UnitId>();
        collect(caller, Set.of(roles), provinces, communes);
        if (named == null || named.isBlank()) {
            if (communes.size() != 1) {
                throw ProblemException.of(400, "COMMUNE_NEEDED");
            }
            return commune(communes.iterator().next());
        }
        var commune = Ids.plausible(named) ? commune(new UnitId(named)) : null;
        if (commune == null || !new Branch(provinces, communes, Set.of()).covers(commune.province(), commune.id(), Set.of())) {
            throw ProblemException.notFound();
        }
        return commune;
    }

    private UnitState commune(UnitId id) {
        return directory.unit(id).filter(unit -> unit.active() && unit.id().equals(unit.commune()))
                .orElseThrow(ProblemException::notFound);
    }

    private static void collect(Caller caller, Set<Role> roles, Set<UnitId> provinces, Set<UnitId> communes) {
        for (var one : caller.held()) {
            var role = one.position().role();
            var commune = one.unit().commune();
            if (!roles.contains(role) || !one.isForAll()) {
                continue;
            }
            if (role == Role.PROVINCE_ADMINISTRATOR) {
                // A draft is a commune's own: a province that does not see all rows sees none of these
                Stream.of(one.unit().province()).filter(caller.branch().provinces()::contains).forEach(provinces::add);
            } else if (commune != null) {
                communes.add(commune);
            }
        }
    }
}
