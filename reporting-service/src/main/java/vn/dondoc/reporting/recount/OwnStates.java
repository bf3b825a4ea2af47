package vn.dondoc.reporting.recount;

import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.state.States;

/** What this service owns itself: reports, and the measuring of targets. */
final class OwnStates implements Source {

    private static final int PAGE = 1000;

    private final States states;
    private final String collection;
    private final String prefix;

    OwnStates(States states, String collection, String prefix) {
        this.states = states;
        this.collection = collection;
        this.prefix = prefix;
    }

    @Override
    public String prefix() {
        return prefix;
    }

    @Override
    public Some behind(@Nullable String after) {
        var some = states.behind(collection, after, PAGE);
        return new Some(some.states().stream().map(this::expected).toList(), some.last());
    }
}
