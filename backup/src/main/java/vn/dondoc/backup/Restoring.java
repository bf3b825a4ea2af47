package vn.dondoc.backup;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** Puts databases back as a backup holds them, once its fingerprints were found right. The services must be stopped. */
public final class Restoring {

    private static final int MOST_DOCUMENTS = 1000;
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final InsertManyOptions ANY_ORDER = new InsertManyOptions().ordered(false);

    private final MongoClient client;
    private final Consumer<String> say;

    public Restoring(MongoClient client, Consumer<String> say) {
        this.client = client;
        this.say = say;
    }

    /**
     * @param replace whether what is in those databases may be dropped; else they must be empty
     * @throws BackupFault where nothing was changed, or the server did not go on; then it can be done again with {@code replace}
     */
    public void from(BackupFile file, boolean replace) throws IOException {
        var manifest = file.manifest();
        file.verify();
        try {
            if (!replace) {
                manifest.databases().forEach(this::ensureEmpty);
            }
            manifest.databases().forEach(name -> client.getDatabase(name).withWriteConcern(WriteConcern.MAJORITY).drop());
            for (var stored : manifest.collections()) {
                collection(file, stored);
            }
            manifest.databases().forEach(this::forgetPosition);
        } catch (MongoException refused) {
            throw new BackupFault("The database did not take it all: " + refused.getClass().getSimpleName() + " " + refused.getCode() + ".", refused);
        }
    }

    /** All of them are looked at before the first is dropped. */
    private void ensureEmpty(String name) {
        var database = client.getDatabase(name);
        for (var there : database.listCollectionNames()) {
            if (database.getCollection(there).find().first() != null) {
                throw new BackupFault("The database " + name + " is not empty: say --replace to drop what is there.");
            }
        }
    }

    private void collection(BackupFile file, Manifest.Stored stored) throws IOException {
        var database = client.getDatabase(stored.database()).withWriteConcern(WriteConcern.MAJORITY);
        var create = new Document("create", stored.name());
        create.putAll(stored.options());
        database.runCommand(create);
        var collection = database.getCollection(stored.name(), RawBsonDocument.class);
        try (var insert = new Insert(collection)) {
            file.each(stored, insert::add);
        }
        if (!stored.indexes().isEmpty()) {
            database.runCommand(new Document("createIndexes", stored.name()).append("indexes", stored.indexes()));
        }
        if (stored.documents() > 0) {
            say.accept("%s: %d".formatted(stored.full(), stored.documents()));
        }
    }

    /**
     * A position in the oplog of another server means nothing here: relays read the histories from the beginning. Topics that are ahead of them
     * stop a relay until a new generation is opened; topics that were lost with their brokers are simply filled again.
     */
    private void forgetPosition(String database) {
        client.getDatabase(database).withWriteConcern(WriteConcern.MAJORITY).getCollection("relay").updateMany(Filters.exists("epoch"), Updates.combine(
                Updates.unset("token"), Updates.unset("owner"), Updates.unset("until"), Updates.set("startAt", now()), Updates.set("repairFrom", new Date(0))));
    }

    private BsonTimestamp now() {
        return client.getDatabase("admin").runCommand(new Document("hello", 1)).get("operationTime", BsonTimestamp.class);
    }

    /** Gathers documents into batches. */
    private static final class Insert implements AutoCloseable {

        private final MongoCollection<RawBsonDocument> collection;
        private final List<RawBsonDocument> batch = new ArrayList<>();
        private int bytes;

        Insert(MongoCollection<RawBsonDocument> collection) {
            this.collection = collection;
        }

        void add(RawBsonDocument document) {
            batch.add(document);
            bytes += document.getByteBuffer().remaining();
            if (batch.size() == MOST_DOCUMENTS || bytes >= MOST_BYTES) {
                flush();
            }
        }

        private void flush() {
            if (!batch.isEmpty()) {
                collection.insertMany(batch, ANY_ORDER);
                batch.clear();
                bytes = 0;
            }
        }

        @Override
        public void close() {
            flush();
        }
    }
}
