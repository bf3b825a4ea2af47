package vn.dondoc.contracts.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.UnitId;

/**
 * How several lead units finish one task.
 *
 * @param finished those that have said their share is done
 * @param concluding the one that concludes for all; null where each has to finish
 */
public record Shares(List<UnitId> finished, @Nullable UnitId concluding) {

    public Shares {
        finished = Lists.orEmpty(finished);
    }
}
