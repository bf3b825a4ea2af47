package vn.dondoc.plan.published;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.api.Amendments;

/**
 * The amendments of a plan.
 *
 * @param running id of the one that is being carried out; null while there is none
 * @param done those carried out, newest first
 */
public record Amended(@Nullable String running, List<Amendments.Done> done) {

    static final Amended NEVER = new Amended(null, List.of());

    public Amended {
        done = Lists.orEmpty(done);
    }

    Amended begun(String amendment) {
        return new Amended(amendment, done);
    }

    /** Rows came into it beside its own amendments, of which one may run. */
    Amended and(Amendments.Done newest) {
        return new Amended(running, Stream.concat(Stream.of(newest), done.stream()).toList());
    }

    Amended finished(Amendments.Done newest) {
        return new Amended(null, Stream.concat(Stream.of(newest), done.stream()).toList());
    }
}
