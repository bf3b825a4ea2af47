package vn.dondoc.task.file;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.platform.file.FileStore;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Attaching;

/**
 * Takes away files that were sent and never told of. First they can be told of no more, an hour later they go: whatever was under way
 * meanwhile stands in the history by then, and what the history names stays for good and is not looked at again. Any number of
 * instances may do so.
 */
public final class UnnamedFiles {

    /** By the domain clock; long enough for a draft that somebody finishes after a weekend. */
    public static final Duration KEPT = Duration.ofDays(7);

    /** By the domain clock; no command is under way for so long. */
    public static final Duration ASIDE = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(UnnamedFiles.class);
    private static final int MOST_AT_ONCE = 1000;

    private final MongoTemplate mongo;
    private final FileStore contents;
    private final Aggregates<Assignment> assignments;
    private final DomainClock clock;

    UnnamedFiles(MongoTemplate mongo, FileStore contents, Aggregates<Assignment> assignments, DomainClock clock) {
        this.mongo = mongo;
        this.contents = contents;
        this.assignments = assignments;
        this.clock = clock;
    }

    /** Looks at what is to be looked at by now: puts aside, takes away, or leaves for good. */
    public void round() {
        var gone = 0;
        var due = collection().find(Filters.lte(TaskFiles.LOOK_AT, Date.from(clock.instant()))).limit(MOST_AT_ONCE).into(new ArrayList<>());
        for (var stored : due) {
            var file = TaskFile.read(stored);
            if (isNamed(file)) {
                update(file, Updates.combine(Updates.unset(TaskFiles.LOOK_AT), Updates.unset(TaskFiles.IS_ASIDE)));
            } else if (stored.getBoolean(TaskFiles.IS_ASIDE, false)) {
                contents.remove(file.content());
                collection().deleteOne(Filters.eq("_id", file.id()));
                gone++;
            } else {
                update(file, Updates.combine(
                        Updates.set(TaskFiles.IS_ASIDE, true), Updates.set(TaskFiles.LOOK_AT, Date.from(clock.instant().plus(ASIDE)))));
            }
        }
        if (gone > 0) {
            LOG.info("{} files that nobody told of were taken away", gone);
        }
    }

    private boolean isNamed(TaskFile file) {
        return assignments.history(file.task()).stream()
                .flatMap(told -> Attaching.in(told.entry()).stream()).anyMatch(attached -> attached.id().equals(file.id()));
    }

    private void update(TaskFile file, Bson update) {
        collection().updateOne(Filters.eq("_id", file.id()), update);
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(TaskFiles.COLLECTION);
    }
}
