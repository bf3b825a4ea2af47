package vn.dondoc.reporting.recount;

import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.state.States;
import vn.dondoc.reporting.obligation.Obligations;

/** The reports, which this service owns itself. */
final class Reports implements Source {

    private static final int PAGE = 1000;

    private final States states;

    Reports(States states) {
        this.states = states;
    }

    @Override
    public String prefix() {
        return "report/";
    }

    @Override
    public Some behind(@Nullable String after) {
        var some = states.behind(Obligations.COLLECTION, after, PAGE);
        return new Some(some.states().stream().map(this::expected).toList(), some.last());
    }
}
