package vn.dondoc.platform.store;

import com.mongodb.client.MongoClient;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultDbRefResolver;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** A database as the services use it, without one around it. */
public final class PlainStore {

    private PlainStore() {}

    public static MongoTemplate of(MongoClient client, String database) {
        var databases = new SimpleMongoClientDatabaseFactory(client, database);
        var conversions = new StoreConfiguration().mongoCustomConversions();
        var context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        context.afterPropertiesSet();
        var converter = new MappingMongoConverter(new DefaultDbRefResolver(databases), context);
        converter.setCustomConversions(conversions);
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        converter.afterPropertiesSet();
        return new MongoTemplate(databases, converter);
    }

    public static void prepare(MongoTemplate mongo, CollectionSetup setup) {
        var collection = mongo.getDb().getCollection(setup.name());
        if (setup.indexes().isEmpty()) {
            mongo.getDb().createCollection(setup.name());
        } else {
            collection.createIndexes(setup.indexes());
        }
    }
}
