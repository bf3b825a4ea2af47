package vn.dondoc.reporting.rebuild;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.ledger.Ledger;
import vn.dondoc.reporting.model.Model;

/** Makes the collections of a model, and removes those of models that nobody reads any more. */
final class ModelCollections {

    private static final Pattern NAME = Pattern.compile("(?:facts|cells|ledger)(?:_(\\d{1,9}))?");

    private final MongoDatabaseFactory databases;

    ModelCollections(MongoDatabaseFactory databases) {
        this.databases = databases;
    }

    void make(Model model) {
        make(Facts.setup(model));
        make(Cells.setup(model));
        make(Ledger.setup(model));
    }

    void drop(Model model) {
        database().getCollection(model.facts()).drop();
        database().getCollection(model.cells()).drop();
        database().getCollection(model.ledger()).drop();
    }

    /** The present model stays, and those after it, which others may be making. */
    void dropOlderThan(int current, boolean unread) {
        if (unread) {
            names().stream().filter(name -> older(name, current)).forEach(name -> database().getCollection(name).drop());
        }
    }

    private List<String> names() {
        return database().listCollectionNames().into(new ArrayList<>());
    }

    private static boolean older(String collection, int current) {
        var name = NAME.matcher(collection);
        return name.matches() && (name.group(1) == null ? Model.FIRST.number() : Integer.parseInt(name.group(1))) < current;
    }

    private void make(CollectionSetup setup) {
        database().createCollection(setup.name());
        database().getCollection(setup.name()).createIndexes(setup.indexes());
    }

    private MongoDatabase database() {
        return databases.getMongoDatabase();
    }
}
