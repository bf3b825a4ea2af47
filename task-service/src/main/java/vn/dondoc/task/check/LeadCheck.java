package vn.dondoc.task.check;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UnwindOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.api.Operations.Severity;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.check.SelfCheck;

/** Open tasks that are led by no unit, by one that was closed, or by one that nobody knows. */
@Component
class LeadCheck implements SelfCheck {

    private static final int SECONDS = 7;
    private static final List<String> OPEN = List.of(WorkState.NOT_STARTED.name(), WorkState.IN_PROGRESS.name());

    private final MongoTemplate mongo;
    private final Directory directory;

    LeadCheck(MongoTemplate mongo, Directory directory) {
        this.mongo = mongo;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "leads";
    }

    @Override
    public List<Finding> look(Set<UnitId> provinces) {
        if (provinces.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<String>();
        var count = 0L;
        var byLead = mongo.getCollection("assignments").aggregate(List.of(
                Aggregates.match(Filters.and(Filters.in("province", provinces.stream().map(UnitId::value).toList()), Filters.in("work.state", OPEN))),
                Aggregates.unwind("$planned.lead", new UnwindOptions().preserveNullAndEmptyArrays(true)),
                Aggregates.group("$planned.lead", Accumulators.sum("tasks", 1L)))).maxTime(SECONDS, TimeUnit.SECONDS);
        for (var led : byLead) {
            var lead = led.getString("_id");
            if (lead == null || directory.unit(directory.heirOf(new UnitId(lead))).filter(UnitState::active).isEmpty()) {
                count += led.getLong("tasks");
                found.add(lead == null ? "–" : directory.nameOf(new UnitId(lead)));
            }
        }
        return count == 0 ? List.of()
                : List.of(new Finding("TASK_WITHOUT_LEAD", Severity.WARNING, count, found.stream().sorted().limit(EXAMPLES).toList(), null));
    }
}
