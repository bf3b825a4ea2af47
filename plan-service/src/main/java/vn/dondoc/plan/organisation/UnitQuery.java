package vn.dondoc.plan.organisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Collation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Branch;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.web.Folded;
import vn.dondoc.platform.web.Window;

/** Units that a caller may see: the branch, and the whole own commune for everybody in it. */
@Component
class UnitQuery {

    private static final Collation VIETNAMESE = Collation.of("vi");

    private final Aggregates<Unit> units;
    private final Directory directory;

    UnitQuery(Aggregates<Unit> units, Directory directory) {
        this.units = units;
        this.directory = directory;
    }

    Page<Organisation.UnitView> list(
            Caller caller, @Nullable UnitId commune, @Nullable UnitKind kind, @Nullable String words, Window window) {
        var all = new ArrayList<Criteria>();
        all.add(seenBy(caller).within("_id"));
        all.add(Criteria.where("active").is(true));
        if (commune != null) {
            all.add(Criteria.where("commune").is(commune.value()));
        }
        if (kind != null) {
            all.add(Criteria.where("kind").is(kind.name()));
        }
        Folded.tokens(words == null ? "" : words)
                .forEach(word -> all.add(Criteria.where("tokens").regex("^" + Pattern.quote(word))));
        var query = new Query(new Criteria().andOperator(all))
                .with(Sort.by("name", "_id")).collation(VIETNAMESE).skip(window.offset()).limit(window.limit() + 1);
        List<Organisation.UnitView> found = units.list(query).stream().map(unit -> view(unit.state().state())).toList();
        return window.page(found, units.count(query));
    }

    static Branch seenBy(Caller caller) {
        var branch = caller.branch().figures();
        var communes = new HashSet<>(branch.communes());
        communes.addAll(caller.ownCommunes());
        return new Branch(branch.provinces(), communes, branch.units());
    }

    Organisation.UnitView view(UnitState unit) {
        var commune = unit.commune();
        return new Organisation.UnitView(
                unit.id(), unit.name(), unit.kind(), unit.parent(), commune, commune == null ? null : directory.nameOf(commune),
                unit.standing());
    }
}
