package vn.dondoc.reporting.cells;

import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.FullDocument;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.platform.store.ChangeWatch;
import vn.dondoc.reporting.model.Model;
import vn.dondoc.reporting.model.Models;

/**
 * Hears of changed cells of communes in the present model, whoever wrote. When something may have been missed, and when another model became
 * the present one, every commune is told of as changed, since readers only look again.
 */
public final class CellWatch implements ChangeWatch.Follower {

    private final MongoTemplate mongo;
    private final Models models;
    private final Cells cells;
    private final Consumer<CommuneChanged> listener;
    private Model current = Model.FIRST;

    public CellWatch(MongoTemplate mongo, Models models, Cells cells, Consumer<CommuneChanged> listener) {
        this.mongo = mongo;
        this.models = models;
        this.cells = cells;
        this.listener = listener;
    }

    @Override
    public ChangeStreamIterable<Document> stream() {
        var communes = Filters.and(
                Filters.regex("ns.coll", "^cells(_[0-9]+)?$"), Filters.eq("fullDocument.level", CellKey.Level.COMMUNE.name()));
        var switches = Filters.eq("ns.coll", Models.COLLECTION);
        return mongo.getDb().watch(List.of(Aggregates.match(Filters.or(communes, switches)))).fullDocument(FullDocument.UPDATE_LOOKUP);
    }

    @Override
    public void opened(boolean missed) {
        current = models.current();
        if (missed) {
            tellAll();
        }
    }

    @Override
    public void changed(ChangeStreamDocument<Document> change) {
        var namespace = change.getNamespace();
        if (namespace != null) {
            take(namespace.getCollectionName(), change.getFullDocument());
        }
    }

    /** The document of the models also changes with every step of a rebuild. */
    private void take(String collection, @Nullable Document written) {
        if (collection.equals(Models.COLLECTION)) {
            var now = models.current();
            if (!now.equals(current)) {
                current = now;
                tellAll();
            }
        } else if (collection.equals(current.cells()) && written != null) {
            tell(CellDocument.read(written));
        }
    }

    private void tellAll() {
        cells.list(CellKey.Level.COMMUNE, new Criteria()).forEach(this::tell);
    }

    private void tell(Cell cell) {
        listener.accept(new CommuneChanged(cell.key().province(), cell.key().commune(), cell.asOf()));
    }
}
