package vn.dondoc.platform.store;

import com.mongodb.MongoException;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.platform.start.Preparation;

/** The collections and indexes are there; whoever needs them waits for it. */
public final class StoreReadiness extends Preparation {

    private final MongoDatabaseFactory databases;
    private final Collections collections;

    StoreReadiness(MongoDatabaseFactory databases, Collections collections) {
        super("store-setup");
        this.databases = databases;
        this.collections = collections;
    }

    @Override
    protected void attempt() {
        collections.make(databases.getMongoDatabase());
    }

    @Override
    protected boolean away(Exception failed) {
        return failed instanceof MongoException;
    }
}
