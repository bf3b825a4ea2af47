package vn.dondoc.notification.inbox;

import com.mongodb.MongoException;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.platform.store.StoreReadiness;

/** Follows what arrives in inboxes, one change stream for each instance, whoever wrote, and tells the pages that are open here. */
@Component
class InboxWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);
    private static final long WAIT_MILLIS = 500;

    private final MongoTemplate mongo;
    private final StoreReadiness store;
    private final Set<InboxListener> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private @Nullable Thread thread;
    private boolean gap;

    InboxWatch(MongoTemplate mongo, StoreReadiness store) {
        this.mongo = mongo;
        this.store = store;
    }

    void add(InboxListener listener) {
        open.add(listener);
        if (!running) {
            listener.close();
        }
    }

    void remove(InboxListener listener) {
        open.remove(listener);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("inbox-watch").start(this::run);
    }

    private void run() {
        try {
            store.await();
            while (running) {
                attempt();
                TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
            }
        } catch (InterruptedException stopped) {
            LOG.debug("The watch of the inboxes was stopped", stopped);
        }
    }

    private void attempt() {
        try (var cursor = stream().cursor()) {
            if (gap) {
                open.forEach(InboxListener::tellAll);
                gap = false;
            }
            while (running) {
                var change = cursor.tryNext();
                if (change != null && change.getFullDocument() != null) {
                    var position = change.getFullDocument().get("to", Document.class).getString("position");
                    open.forEach(listener -> listener.tell(position));
                }
            }
        } catch (MongoException broken) {
            if (running) {
                LOG.warn("The inboxes cannot be followed right now: {}", broken.getMessage());
                gap = true;
            }
        }
    }

    private ChangeStreamIterable<Document> stream() {
        return mongo.getCollection("notifications").watch(List.of(
                        Aggregates.match(Filters.and(Filters.eq("operationType", "insert"), Filters.eq("fullDocument.inbox", "DELIVERED"))),
                        Aggregates.project(Projections.include("operationType", "ns", "documentKey", "fullDocument.to.position"))))
                .maxAwaitTime(WAIT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Before the web server stops, so that it has nothing to wait for. */
    @Override
    public void stop() {
        running = false;
        open.forEach(InboxListener::close);
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
