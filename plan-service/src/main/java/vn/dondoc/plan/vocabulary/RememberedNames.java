package vn.dondoc.plan.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.naming.UnitNames;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;

/** What people of a commune said that names stand for; used for every document read afterwards. */
@Component
public class RememberedNames {

    private final Aggregates<RememberedName> names;

    RememberedNames(Aggregates<RememberedName> names) {
        this.names = names;
    }

    /** The units by the key of their name, see {@link UnitNames#keyOf}. */
    public Map<String, List<UnitId>> of(UnitId commune) {
        return names.list(new Query(Criteria.where("commune").is(commune.value()))).stream()
                .collect(Collectors.toMap(one -> one.state().key(), one -> one.state().units(), (one, same) -> one));
    }

    /** Remembers it, in the place of what was said before. */
    public void remember(UnitState commune, String name, List<UnitId> units, Act act) {
        var key = UnitNames.keyOf(name);
        var id = Ids.derived("unit-name", commune.id().value(), key);
        var wanted = new RememberedName(id, commune.province(), commune.id(), key, name, units);
        if (names.create(id, act, wanted::remembered) instanceof Outcome.Refused<RememberedName>) {
            names.change(id, act, known -> known.nowFor(units)).orProblem();
        }
    }
}
