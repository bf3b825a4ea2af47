package vn.dondoc.contracts.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A body as it is now.
 *
 * @param commune the commune it belongs to; null for one of the province
 * @param unit the unit as which plans name it, where it has one; whoever acts for it holds a position there
 * @param urging the unit that urges for it: the standing unit of a committee, the police for Đề án 06; null where nobody is named
 * @param active false once it was dissolved
 */
public record BodyState(
        BodyId id,
        String name,
        BodyKind kind,
        UnitId province,
        @Nullable UnitId commune,
        @Nullable UnitId unit,
        @Nullable UnitId urging,
        List<Member> members,
        boolean active) {

    public BodyState {
        members = Lists.orEmpty(members);
    }

    /**
     * A position takes part, whoever holds it.
     *
     * @param field what it is in charge of in the body; null where nothing was divided up
     */
    public record Member(PositionId position, BodyPart part, @Nullable String field) {}

    /** The commune, or the province where there is none. */
    public UnitId area() {
        return commune == null ? province : commune;
    }
}
