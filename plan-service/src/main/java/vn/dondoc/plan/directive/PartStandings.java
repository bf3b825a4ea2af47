package vn.dondoc.plan.directive;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.consume.Received;

/** How the tasks of directives stand, kept from the events of task-service: the newest state of each. What was given on is not a part. */
@Component
public class PartStandings {

    static final String COLLECTION = "directiveTasks";
    static final String DIRECTIVE = "directive";
    private static final String SEQUENCE = "sequence";

    private final MongoTemplate mongo;

    PartStandings(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Heard again, late or out of order, it changes nothing. */
    void take(List<Received> batch) {
        var newest = new HashMap<String, WriteModel<Document>>();
        for (var received : batch) {
            if (received.event() instanceof TaskEvent event && event.task().directive() != null && event.task().partOf() == null) {
                write(event, received.order(), newest);
            }
        }
        if (newest.isEmpty()) {
            return;
        }
        try {
            mongo.getCollection(COLLECTION).bulkWrite(new ArrayList<>(newest.values()), new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException some) {
            // what is there already in this state or a newer one is refused as a second document of its id
            if (some.getWriteConcernError() != null || some.getWriteErrors().stream().anyMatch(e -> e.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw some;
            }
        }
    }

    /** Events of one task come in their order, so the last one of a batch is its newest. */
    private static void write(TaskEvent event, long order, Map<String, WriteModel<Document>> newest) {
        var task = event.task();
        var of = task.directive();
        if (of == null) {
            return;
        }
        var id = task.id().value();
        var stored = new Document("_id", id).append(DIRECTIVE, of.id().value()).append(SEQUENCE, order)
                .append("workState", task.workState().name()).append("timeClass", task.timeClass().name()).append("opened", task.opened())
                .append("lastDay", text(task.lastDay())).append("submittedOn", text(task.submittedOn()));
        newest.put(id, new ReplaceOneModel<>(
                Filters.and(Filters.eq("_id", id), Filters.lt(SEQUENCE, order)), stored, new ReplaceOptions().upsert(true)));
    }

    /** Of all tasks of those directives that were told. */
    public Map<TaskId, PartStanding> of(Collection<DirectiveId> directives) {
        var standings = new HashMap<TaskId, PartStanding>();
        mongo.getCollection(COLLECTION).find(Filters.in(DIRECTIVE, directives.stream().map(DirectiveId::value).toList())).forEach(stored -> {
            var standing = read(stored);
            standings.put(standing.task(), standing);
        });
        return standings;
    }

    private static PartStanding read(Document stored) {
        return new PartStanding(
                new TaskId(stored.getString("_id")), WorkState.valueOf(stored.getString("workState")), TimeClass.valueOf(stored.getString("timeClass")),
                stored.getBoolean("opened"), day(stored.getString("lastDay")), day(stored.getString("submittedOn")));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
