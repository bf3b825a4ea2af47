package vn.dondoc.platform.store;

import com.mongodb.MongoException;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows a change stream by a thread of its own, one for each instance, for pages that are open there. The driver resumes the stream after
 * short breaks; after longer ones it is opened anew from now, and its follower hears that something may have been missed.
 */
public final class ChangeWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);
    private static final long WAIT_MILLIS = 500;

    private final String name;
    private final StoreReadiness store;
    private final Follower follower;
    private volatile boolean running;
    private @Nullable Thread thread;
    private boolean gap;

    /** What is followed, and who hears of it, always by the one thread. */
    public interface Follower {

        ChangeStreamIterable<Document> stream();

        /** @param missed whether something may have happened since the stream broke */
        void opened(boolean missed);

        void changed(ChangeStreamDocument<Document> change);
    }

    /** @param name of its thread, also in the log */
    public ChangeWatch(String name, StoreReadiness store, Follower follower) {
        this.name = name;
        this.store = store;
        this.follower = follower;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    private void run() {
        try {
            store.await();
            while (running) {
                attempt();
                TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
            }
        } catch (InterruptedException stopped) {
            LOG.debug("{} was stopped", name, stopped);
        }
    }

    /** Waits at most a moment on the server at a time, so that a stop is seen. */
    private void attempt() {
        try (var cursor = follower.stream().maxAwaitTime(WAIT_MILLIS, TimeUnit.MILLISECONDS).cursor()) {
            follower.opened(gap);
            gap = false;
            while (running) {
                var change = cursor.tryNext();
                if (change != null) {
                    follower.changed(change);
                }
            }
        } catch (MongoException broken) {
            if (running) {
                LOG.warn("{} cannot follow the changes right now: {}", name, broken.getMessage());
                gap = true;
            }
        }
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
