package vn.dondoc.task.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.dondoc.platform.history.Fact;

/** One way in which the mere passing of time makes an assignment something else. */
interface Ticking {

    /** When it has next something to tell; nothing for never. */
    Optional<Instant> next(Assignment task);

    /**
     * The assignment after the moment that {@link #next} named, which must not be named again.
     *
     * @param facts takes what there is to tell
     */
    Assignment tell(Assignment task, List<Fact> facts);
}
