package vn.dondoc.task.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Marks;
import vn.dondoc.task.worklist.Worklist;

/**
 * Which tasks belong to a system of others; what is null or empty does not limit.
 *
 * @param programme that they belong to, by any of its names
 * @param levels one of which set them
 * @param coded only those that have a code
 */
public record Belonging(@Nullable String programme, Set<AssigningLevel> levels, boolean coded, @Nullable UnitId commune) {

    static final String CODE = "particulars.nationalCode";

    public Belonging {
        levels = Set.copyOf(levels);
    }

    /** Within the caller's branch. Parts are told of in their whole; what was cancelled is not told of. */
    Criteria within(Caller caller) {
        var all = whole(caller);
        var mark = Marks.with(List.of(), programme, false);
        if (!mark.isEmpty()) {
            all.add(Criteria.where("tokens").in(mark));
        }
        if (!levels.isEmpty()) {
            all.add(Criteria.where("particulars.level").in(levels.stream().map(Enum::name).toList()));
        }
        if (coded) {
            all.add(Criteria.where(CODE).ne(null));
        }
        if (commune != null) {
            all.add(Criteria.where("commune").is(commune.value()));
        }
        return new Criteria().andOperator(all);
    }

    /** Those of the caller's branch that have one of the codes. */
    static Criteria coded(Caller caller, List<String> codes) {
        var all = whole(caller);
        all.add(Criteria.where(CODE).in(codes));
        return new Criteria().andOperator(all);
    }

    private static List<Criteria> whole(Caller caller) {
        return new ArrayList<>(List.of(Worklist.visibleTo(caller), Criteria.where("partOf").is(null), Criteria.where("work.state").ne(WorkState.CANCELLED.name())));
    }
}
