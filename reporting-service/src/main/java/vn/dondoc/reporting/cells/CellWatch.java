package vn.dondoc.reporting.cells;

import com.mongodb.MongoException;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.FullDocument;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.reporting.model.Model;
import vn.dondoc.reporting.model.Models;

/**
 * Follows the cells of communes in the present model: one change stream for each instance, whoever wrote. The driver resumes it after
 * short breaks; after longer ones, and when another model became the present one, every commune is told of as changed, since readers
 * only look again.
 */
public final class CellWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CellWatch.class);
    private static final long WAIT_MILLIS = 500;

    private final MongoTemplate mongo;
    private final Models models;
    private final Cells cells;
    private final StoreReadiness store;
    private final Consumer<CommuneChanged> listener;
    private volatile boolean running;
    private @Nullable Thread thread;
    private boolean gap;
    private Model current = Model.FIRST;

    public CellWatch(MongoTemplate mongo, Models models, Cells cells, StoreReadiness store, Consumer<CommuneChanged> listener) {
        this.mongo = mongo;
        this.models = models;
        this.cells = cells;
        this.store = store;
        this.listener = listener;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("cell-watch").start(this::run);
    }

    private void run() {
        try {
            store.await();
            while (running) {
                attempt();
                TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
            }
        } catch (InterruptedException stopped) {
            LOG.debug("The watch of the cells was stopped", stopped);
        }
    }

    private void attempt() {
        try (var cursor = stream().cursor()) {
            current = models.current();
            if (gap) {
                tellAll();
                gap = false;
            }
            follow(cursor);
        } catch (MongoException broken) {
            if (running) {
                LOG.warn("The changes of the cells cannot be followed right now: {}", broken.getMessage());
                gap = true;
            }
        }
    }

    /** Waits at most a moment on the server at a time, so that a stop is seen. */
    private void follow(MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor) {
        while (running) {
            var change = cursor.tryNext();
            if (change != null) {
                take(change.getNamespace().getCollectionName(), change.getFullDocument());
            }
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

    private ChangeStreamIterable<Document> stream() {
        var communes = Filters.and(
                Filters.regex("ns.coll", "^cells(_[0-9]+)?$"), Filters.eq("fullDocument.level", CellKey.Level.COMMUNE.name()));
        var switches = Filters.eq("ns.coll", Models.COLLECTION);
        return mongo.getDb().watch(List.of(Aggregates.match(Filters.or(communes, switches))))
                .fullDocument(FullDocument.UPDATE_LOOKUP)
                .maxAwaitTime(WAIT_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        var current = thread;
        if (current != null) {
            current.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
