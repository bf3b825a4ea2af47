package vn.dondoc.acceptance.bench;

import java.time.Instant;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.platform.history.Act;

/**
 * Entries that were written while no relay ran.
 *
 * @param since cluster time just before the first of them
 * @param entries how many
 */
record Backlog(BsonTimestamp since, int entries) {

    private static final int AT_ONCE = 500;

    /** Writes entries, one to an aggregate at a time, until there are so many. */
    static Backlog write(BenchService service, int things, int entries) {
        var since = service.database().runCommand(new Document("hello", 1)).get("operationTime", BsonTimestamp.class);
        var written = 0;
        for (int from = 0; written < entries; from = (from + AT_ONCE) % things) {
            var next = new Query().with(Sort.by("_id")).skip(from).limit(Math.min(AT_ONCE, entries - written));
            written += service.duties().changeAll(service.duties().list(next), Act.bySystem("bench", Instant.now()), Duty::progress);
        }
        return new Backlog(since, written);
    }
}
