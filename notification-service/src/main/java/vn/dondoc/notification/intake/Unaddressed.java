package vn.dondoc.notification.intake;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.EventTypes;
import vn.dondoc.platform.consume.Received;

/** Events whose commune and province nobody knows yet: kept until the organisation does. */
@Component
class Unaddressed {

    static final String COLLECTION = "unaddressed";
    private static final Logger LOG = LoggerFactory.getLogger(Unaddressed.class);
    private static final int BATCH = 200;

    private final MongoTemplate mongo;

    Unaddressed(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void keep(List<Received> events) {
        for (var event : events) {
            LOG.warn("Nobody can be told of {} {} yet; it is kept", event.event().getClass().getSimpleName(), event.subject());
            var stored = new Document("subject", event.subject())
                    .append("generation", event.generation())
                    .append("sequence", event.sequence())
                    .append("province", Occurrence.of(event).map(occurrence -> occurrence.after().province().value()).orElse(null))
                    .append("at", Date.from(event.at()))
                    .append("correlation", event.correlation())
                    .append("type", EventTypes.nameOf(event.event().getClass()))
                    .append("data", EventJson.mapper().writeValueAsString(event.event()));
            collection().updateOne(Filters.eq("_id", event.id()), new Document("$set", stored), new UpdateOptions().upsert(true));
        }
    }

    /** The oldest ones. */
    List<Received> waiting() {
        var found = new ArrayList<Received>();
        collection().find().sort(new Document("at", 1)).limit(BATCH).forEach(stored -> read(stored).ifPresent(found::add));
        return found;
    }

    /** Those of the first that are not among the second found their addressees. */
    void release(List<Received> taken, List<Received> still) {
        var ids = new HashSet<String>();
        taken.forEach(event -> ids.add(event.id()));
        still.forEach(event -> ids.remove(event.id()));
        collection().deleteMany(Filters.in("_id", ids));
    }

    private static Optional<Received> read(Document stored) {
        return EventTypes.named(stored.getString("type")).map(type -> new Received(
                stored.getString("_id"),
                stored.getString("subject"),
                stored.get("generation", 1L),
                stored.get("sequence", Number.class).longValue(),
                stored.getDate("at").toInstant(),
                stored.getString("correlation"),
                event(stored.getString("data"), type)));
    }

    private static DomainEvent event(String data, Class<? extends DomainEvent> type) {
        return Objects.requireNonNull(EventJson.mapper().readValue(data, type));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
