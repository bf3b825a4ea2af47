package vn.dondoc.platform.history;

import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.data.mongodb.core.query.Criteria;

/** Something that is thought to be there always: version 0 is what nobody has set yet. */
public final class FirstOrNext<S> {

    private static final Criteria[] ANYWHERE = {};

    private final Aggregates<S> aggregates;

    public FirstOrNext(Aggregates<S> aggregates) {
        this.aggregates = aggregates;
    }

    /** @param expected the version the caller looked at; 0 where nothing was set */
    public Outcome<S> put(String id, Act act, long expected, Supplier<Decision.Accepted<S>> first, Function<S, Decision<S>> next) {
        if (aggregates.find(id).isPresent()) {
            return aggregates.change(id, act, expected, ANYWHERE, next);
        }
        return expected == 0 ? aggregates.create(id, act, first::get) : new Outcome.VersionChanged<>();
    }
}
