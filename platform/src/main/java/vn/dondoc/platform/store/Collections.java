package vn.dondoc.platform.store;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import java.util.HashSet;
import java.util.List;

/** Makes the collections and indexes that are missing; existing ones stay. */
final class Collections {

    private static final int NAMESPACE_EXISTS = 48;

    private final List<CollectionSetup> wanted;

    Collections(List<CollectionSetup> wanted) {
        this.wanted = List.copyOf(wanted);
    }

    void make(MongoDatabase database) {
        var existing = database.listCollectionNames().into(new HashSet<>());
        for (var setup : wanted) {
            if (existing.add(setup.name())) {
                create(database, setup.name());
            }
            if (!setup.indexes().isEmpty()) {
                database.getCollection(setup.name()).createIndexes(setup.indexes());
            }
        }
    }

    private static void create(MongoDatabase database, String name) {
        try {
            database.createCollection(name);
        } catch (MongoCommandException refused) {
            if (refused.getErrorCode() != NAMESPACE_EXISTS) {
                throw refused;
            }
        }
    }
}
