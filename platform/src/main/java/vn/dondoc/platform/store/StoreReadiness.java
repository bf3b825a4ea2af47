package vn.dondoc.platform.store;

import com.mongodb.MongoException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Prepares the database in the background, for as long as it takes, so that a service starts while MongoDB is away. */
public final class StoreReadiness implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(StoreReadiness.class);

    private final MongoDatabaseFactory databases;
    private final Collections collections;
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile boolean running;

    StoreReadiness(MongoDatabaseFactory databases, Collections collections) {
        this.databases = databases;
        this.collections = collections;
    }

    /** Waits until collections and indexes are there. */
    public void await() throws InterruptedException {
        ready.await();
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("store-setup").start(this::prepare);
    }

    private void prepare() {
        try {
            while (running && !tried()) {
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tried() {
        try {
            collections.make(databases.getMongoDatabase());
            ready.countDown();
            return true;
        } catch (MongoException away) {
            LOG.warn("MongoDB is not ready yet: {}", away.getMessage());
            return false;
        } catch (RuntimeException fault) {
            LOG.error("The collections could not be prepared; trying again", fault);
            return false;
        }
    }

    @Override
    public Health health() {
        return (ready.getCount() == 0 ? Health.up() : Health.down()).build();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
