package vn.dondoc.plan.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Gatherers;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Versioned;

/** Brings one kind of aggregate to what is wanted: makes what is missing, changes what differs, leaves what is so already. */
final class Takeover<S, W> {

    private static final int BATCH = 1000;

    private final Aggregates<S> aggregates;
    private final Function<W, String> idOf;
    private final Function<W, Decision.Accepted<S>> create;
    private final BiFunction<S, W, Decision<S>> change;

    Takeover(
            Aggregates<S> aggregates,
            Function<W, String> idOf,
            Function<W, Decision.Accepted<S>> create,
            BiFunction<S, W, Decision<S>> change) {
        this.aggregates = aggregates;
        this.idOf = idOf;
        this.create = create;
        this.change = change;
    }

    /**
     * The ids of what would be made and what would be changed.
     */
    record Differences(List<String> made, List<String> changed) {

        int size() {
            return made.size() + changed.size();
        }
    }

    /** What {@link #run} would do now. */
    Differences compare(List<W> wanted) {
        var stored = stored();
        var made = new ArrayList<String>();
        var changed = new ArrayList<String>();
        for (var one : wanted) {
            var before = stored.get(idOf.apply(one));
            if (before == null) {
                made.add(idOf.apply(one));
            } else if (change.apply(before.state(), one) instanceof Decision.Accepted<S>) {
                changed.add(idOf.apply(one));
            }
        }
        return new Differences(List.copyOf(made), List.copyOf(changed));
    }

    private Map<String, Versioned<S>> stored() {
        var stored = new HashMap<String, Versioned<S>>();
        aggregates.each(new Query(), one -> stored.put(one.id(), one));
        return stored;
    }

    /** @return how many were made or changed */
    int run(List<W> wanted, Act act) {
        var stored = stored();
        var missing = new ArrayList<Aggregates.New<S>>();
        var differing = new ArrayList<Versioned<S>>();
        var wantedOf = new IdentityHashMap<S, W>();
        for (var one : wanted) {
            var before = stored.get(idOf.apply(one));
            if (before == null) {
                missing.add(new Aggregates.New<>(idOf.apply(one), create.apply(one)));
            } else if (change.apply(before.state(), one) instanceof Decision.Accepted<S>) {
                differing.add(before);
                wantedOf.put(before.state(), one);
            }
        }
        int done = 0;
        for (var batch : batches(missing)) {
            done += aggregates.createAll(act, batch);
        }
        for (var batch : batches(differing)) {
            done += changeAll(batch, wantedOf, act);
        }
        return done;
    }

    private int changeAll(List<Versioned<S>> batch, IdentityHashMap<S, W> wantedOf, Act act) {
        int done = aggregates.changeAll(batch, act, state -> change.apply(state, Objects.requireNonNull(wantedOf.get(state))));
        if (done < batch.size()) {
            // Somebody else wrote meanwhile: those are decided anew on what is there now
            for (var before : batch) {
                var one = Objects.requireNonNull(wantedOf.get(before.state()));
                aggregates.change(before.id(), act, state -> change.apply(state, one)).orProblem();
            }
        }
        return batch.size();
    }

    private static <T> List<List<T>> batches(List<T> all) {
        return all.stream().gather(Gatherers.windowFixed(BATCH)).toList();
    }
}
