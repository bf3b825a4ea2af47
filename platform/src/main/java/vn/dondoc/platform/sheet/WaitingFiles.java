package vn.dondoc.platform.sheet;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.platform.store.CollectionSetup;

/** Workbooks that were looked at and wait to be confirmed by whoever sent them; a day later they are gone. */
public final class WaitingFiles {

    private static final long SECONDS_KEPT = 24 * 3600;

    private final MongoTemplate mongo;
    private final String collection;
    private final Clock systemClock;

    public WaitingFiles(MongoTemplate mongo, String collection, Clock systemClock) {
        this.mongo = mongo;
        this.collection = collection;
        this.systemClock = systemClock;
    }

    /** The collection in which they lie. */
    public static CollectionSetup setup(String collection) {
        return CollectionSetup.of(
                collection, new IndexModel(Indexes.ascending("at"), new IndexOptions().expireAfter(SECONDS_KEPT, TimeUnit.SECONDS)));
    }

    /**
     * A workbook that waits.
     *
     * @param fingerprint of what it would have done when it was looked at
     * @param begun whether it was confirmed already
     */
    public record Waiting(byte[] file, String fingerprint, boolean begun) {}

    public void keep(String id, PersonId sender, byte[] file, String fingerprint) {
        var stored = new Document("_id", id).append("sender", sender.value()).append("file", new Binary(file)).append("fingerprint", fingerprint)
                .append("begun", false).append("at", Date.from(systemClock.instant()));
        collection().updateOne(Filters.eq("_id", id), new Document("$setOnInsert", stored), new UpdateOptions().upsert(true));
    }

    public Optional<Waiting> find(String id, PersonId sender) {
        return Optional.ofNullable(collection().find(of(id, sender)).first())
                .map(found -> new Waiting(found.get("file", Binary.class).getData(), found.getString("fingerprint"), found.getBoolean("begun")));
    }

    /** From now on it is carried out whatever changed, so that one that was cut off can be gone on with. */
    public void begin(String id, PersonId sender) {
        collection().updateOne(of(id, sender), Updates.set("begun", true));
    }

    private static Bson of(String id, PersonId sender) {
        return Filters.and(Filters.eq("_id", id), Filters.eq("sender", sender.value()));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(collection);
    }
}
