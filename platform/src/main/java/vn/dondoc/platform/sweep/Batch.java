package vn.dondoc.platform.sweep;

import com.mongodb.MongoException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.BiFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Versioned;

/** One batch of what is due at a moment: read, decided on, written. Used once. */
final class Batch<S> {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final Aggregates<S> aggregates;
    private final BiFunction<S, Instant, Decision<S>> decide;
    private final Instant now;
    private final Aside aside;
    private List<Versioned<S>> due = List.of();
    private int size;
    private int unreadable;
    private boolean left;
    private int undecided;
    private int accepted;
    private int events;
    private int changed;

    Batch(Aggregates<S> aggregates, BiFunction<S, Instant, Decision<S>> decide, Instant now, Aside aside) {
        this.aggregates = aggregates;
        this.decide = decide;
        this.now = now;
        this.aside = aside;
    }

    /** Reads up to {@code most} of the oldest but for the first {@code skipped}. */
    void read(int skipped, int most) {
        size = most;
        var criteria = Criteria.where(Sweep.BOUNDARY).lte(Date.from(now));
        var ids = aside.ids();
        var query = new Query(ids.isEmpty() ? criteria : criteria.and("_id").nin(ids)).with(Sort.by(Sweep.BOUNDARY)).skip(skipped).limit(most);
        unreadable = 0;
        due = aggregates.list(query, (stored, broken) -> {
            unreadable++;
            leave(stored, broken);
        });
    }

    int found() {
        return due.size() + unreadable;
    }

    boolean full() {
        return found() >= size;
    }

    /** There may be more, and looking at it at once is of use. */
    boolean more() {
        return full() && accepted + failures() > 0;
    }

    /** The boundary that has waited longest of those that were read; null where there is none. */
    @Nullable Instant oldest() {
        return due.isEmpty() ? null : boundary(due.getFirst().stored());
    }

    /** Lets each decide, and writes what nobody else has changed meanwhile. */
    void write(String actor) {
        changed = aggregates.changeAll(due, Act.bySystem(actor, now), this::decided);
    }

    /** A database that is away is no fault of the aggregate's: the whole batch is tried again. */
    private Decision<S> decided(S state) {
        try {
            var decision = decide.apply(state, now);
            if (decision instanceof Decision.Accepted<S> done) {
                accepted++;
                events += done.facts().size();
            }
            return decision;
        } catch (MongoException | DataAccessException away) {
            throw away;
        } catch (RuntimeException problem) {
            undecided++;
            due.stream().filter(one -> one.state() == state).forEach(one -> leave(one.stored(), problem));
            return Decision.unchanged();
        }
    }

    private void leave(Document stored, RuntimeException problem) {
        if (!left) {
            LOG.warn("{} and perhaps others like it are left aside for a while", stored.getString("_id"), problem);
        }
        left = true;
        aside.put(stored.getString("_id"), boundary(stored));
    }

    private static Instant boundary(Document stored) {
        return stored.getDate(Sweep.BOUNDARY).toInstant();
    }

    int failures() {
        return unreadable + undecided;
    }

    /** What somebody else had changed meanwhile. */
    int lost() {
        return accepted - changed;
    }

    int accepted() {
        return accepted;
    }

    int events() {
        return events;
    }

    int changed() {
        return changed;
    }
}
