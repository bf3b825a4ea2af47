package vn.dondoc.notification.inbox;

import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.platform.store.ChangeWatch;
import vn.dondoc.platform.store.StoreReadiness;

/** Hears of what arrives in inboxes, whoever wrote, and tells the pages that are open here. */
@Component
class InboxWatch implements ChangeWatch.Follower, SmartLifecycle {

    private final MongoTemplate mongo;
    private final ChangeWatch watch;
    private final Set<InboxListener> open = ConcurrentHashMap.newKeySet();

    InboxWatch(MongoTemplate mongo, StoreReadiness store) {
        this.mongo = mongo;
        this.watch = new ChangeWatch("inbox-watch", store, this);
    }

    void add(InboxListener listener) {
        open.add(listener);
        if (!isRunning()) {
            listener.close();
        }
    }

    void remove(InboxListener listener) {
        open.remove(listener);
    }

    @Override
    public ChangeStreamIterable<Document> stream() {
        return mongo.getCollection("notifications").watch(List.of(
                Aggregates.match(Filters.and(Filters.eq("operationType", "insert"), Filters.eq("fullDocument.inbox", "DELIVERED"))),
                Aggregates.project(Projections.include("operationType", "ns", "documentKey", "fullDocument.to.position"))));
    }

    @Override
    public void opened(boolean missed) {
        if (missed) {
            open.forEach(InboxListener::tellAll);
        }
    }

    @Override
    public void changed(ChangeStreamDocument<Document> change) {
        var written = change.getFullDocument();
        if (written != null) {
            var position = written.get("to", Document.class).getString("position");
            open.forEach(listener -> listener.tell(position));
        }
    }

    @Override
    public void start() {
        watch.start();
    }

    /** Before the web server stops, so that it has nothing to wait for. */
    @Override
    public void stop() {
        watch.stop();
        open.forEach(InboxListener::close);
    }

    @Override
    public boolean isRunning() {
        return watch.isRunning();
    }
}
