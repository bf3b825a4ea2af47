package vn.dondoc.platform.history;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.dondoc.platform.store.CollectionSetup;

/**
 * The indexes that every collection of aggregates has for its histories. The one by time gets a key for each writing; those by person and
 * position only where somebody is new to an aggregate.
 */
public final class HistoryIndexes {

    /** What was written when in a commune; aggregates above all communes stand under null. */
    public static final Bson BY_TIME = Indexes.ascending("commune", HistoryEntry.FIELD + ".writtenAt");

    public static final Bson BY_PERSON = Indexes.ascending(HistoryEntry.FIELD + ".person");

    public static final Bson BY_POSITION = Indexes.ascending(HistoryEntry.FIELD + ".position");

    private HistoryIndexes() {}

    static CollectionSetup of(String collection) {
        return CollectionSetup.of(collection, new IndexModel(BY_TIME), ofThose(BY_PERSON, "person"), ofThose(BY_POSITION, "position"));
    }

    private static IndexModel ofThose(Bson keys, String who) {
        return new IndexModel(keys, new IndexOptions().partialFilterExpression(Filters.exists(HistoryEntry.FIELD + "." + who)));
    }

    /** All communes that a collection has aggregates of, and null: together with a time they make a range of {@link #BY_TIME} each. */
    public static Bson anyCommune(MongoCollection<Document> collection) {
        var communes = new ArrayList<BsonValue>(List.of(BsonNull.VALUE));
        collection.distinct("commune", BsonValue.class).into(communes);
        return Filters.in("commune", communes);
    }

    /** What was written to since then, in any commune. */
    public static Bson writtenSince(MongoCollection<Document> collection, Date time) {
        return Filters.and(anyCommune(collection), Filters.gte(HistoryEntry.FIELD + ".writtenAt", time));
    }
}
