package vn.dondoc.reporting.model;

import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Reads the one document that names the present model, and the one being built. */
public final class Models {

    public static final String COLLECTION = "models";
    public static final String CURRENT = "current";
    public static final String BUILDING = "building";
    public static final Bson THE_ONE = Filters.eq("_id", "models");
    private static final String BUILDING_NUMBER = BUILDING + ".number";

    private final MongoDatabaseFactory databases;

    Models(MongoDatabaseFactory databases) {
        this.databases = databases;
    }

    /** @param building null while none is being built */
    public record Present(Model current, @Nullable Model building) {}

    /** The model that readers use now. */
    public Model current() {
        return present(collection().find(THE_ONE)).current();
    }

    /**
     * As the session's transaction or snapshot sees it. A projection that does not see a model being built handles records that were in
     * the topics before it was, and those the rebuild reads itself.
     */
    public Present in(ClientSession session) {
        return present(collection().find(session, THE_ONE));
    }

    private static Present present(FindIterable<Document> found) {
        var stored = found.projection(Projections.include(CURRENT, BUILDING_NUMBER)).first();
        if (stored == null) {
            return new Present(Model.FIRST, null);
        }
        var building = stored.get(BUILDING, Document.class);
        return new Present(
                new Model(stored.getInteger(CURRENT, Model.FIRST.number())), building == null ? null : new Model(building.getInteger("number")));
    }

    private MongoCollection<Document> collection() {
        return databases.getMongoDatabase().getCollection(COLLECTION);
    }
}
