package vn.dondoc.task.file;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.platform.file.FileStore;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Attaching;

/**
 * Takes away files that were sent and never told of. First they can be told of no more, an hour later they go: whatever was under way
 * meanwhile stands in the history by then, and what the history names stays for good. Any number of instances may do so.
 */
public final class UnnamedFiles implements SmartLifecycle {

    /** By the domain clock; long enough for a draft that somebody finishes after a weekend. */
    public static final Duration KEPT = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(UnnamedFiles.class);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int MOST_AT_ONCE = 1000;
    private static final String NAMED = "named";

    private final MongoTemplate mongo;
    private final FileStore contents;
    private final Aggregates<Assignment> assignments;
    private final StoreReadiness store;
    private final DomainClock clock;
    private final Clock systemClock;
    private volatile boolean running;

    UnnamedFiles(
            MongoTemplate mongo,
            FileStore contents,
            Aggregates<Assignment> assignments,
            StoreReadiness store,
            DomainClock clock,
            Clock systemClock) {
        this.mongo = mongo;
        this.contents = contents;
        this.assignments = assignments;
        this.store = store;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    /**
     * Puts aside what has been here for {@link #KEPT}, and takes away what was put aside before.
     *
     * @param aside how long ago at least
     * @return how many were taken away
     */
    public int round(Duration aside) {
        var gone = leave(files(Filters.lte(TaskFiles.ASIDE, Date.from(systemClock.instant().minus(aside)))));
        putAside(files(Filters.and(
                Filters.lte("at", Date.from(clock.instant().minus(KEPT))), Filters.exists(NAMED, false), Filters.exists(TaskFiles.ASIDE, false))));
        return gone;
    }

    private int leave(List<TaskFile> files) {
        var gone = 0;
        for (var file : files) {
            if (isNamed(file)) {
                stays(List.of(file));
            } else {
                contents.remove(file.content());
                gone += (int) collection().deleteOne(Filters.eq("_id", file.id())).getDeletedCount();
            }
        }
        return gone;
    }

    private void putAside(List<TaskFile> files) {
        var named = files.stream().collect(Collectors.partitioningBy(this::isNamed));
        stays(named.getOrDefault(true, List.of()));
        collection().updateMany(among(named.getOrDefault(false, List.of())), Updates.set(TaskFiles.ASIDE, Date.from(systemClock.instant())));
    }

    private void stays(Collection<TaskFile> files) {
        collection().updateMany(among(files), Updates.combine(Updates.set(NAMED, true), Updates.unset(TaskFiles.ASIDE)));
    }

    private boolean isNamed(TaskFile file) {
        return assignments.history(file.task()).stream()
                .flatMap(told -> Attaching.in(told.entry()).stream()).anyMatch(attached -> attached.id().equals(file.id()));
    }

    private List<TaskFile> files(Bson filter) {
        return collection().find(filter).limit(MOST_AT_ONCE).map(TaskFile::read).into(new ArrayList<>());
    }

    private static Bson among(Collection<TaskFile> files) {
        return Filters.in("_id", files.stream().map(TaskFile::id).toList());
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(TaskFiles.COLLECTION);
    }

    private void run() {
        try {
            store.await();
            while (running) {
                attempt();
                TimeUnit.SECONDS.sleep(PAUSE.toSeconds());
            }
        } catch (InterruptedException stopped) {
            LOG.debug("Files that nobody told of are not looked for any more", stopped);
        }
    }

    private void attempt() {
        try {
            var gone = round(PAUSE);
            if (gone > 0) {
                LOG.info("{} files that nobody told of were taken away", gone);
            }
        } catch (MongoException | DataAccessException away) {
            LOG.warn("Files that nobody told of are taken away later: {}", away.getMessage());
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("unnamed-files").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
