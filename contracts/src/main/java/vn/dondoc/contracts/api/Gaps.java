package vn.dondoc.contracts.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/** Where reminders reach nobody who was meant. */
public final class Gaps {

    private Gaps() {}

    /** What is missing. */
    public enum Kind implements Coded {

        /** A commune has no standing unit, or nobody holds a position in it. */
        NO_STANDING_UNIT,

        /** Nobody leads the commune. */
        NO_LEADER,

        /** A unit answers for something, and nobody holds a position in it: its messages go up. */
        NOBODY_IN_UNIT,

        /** A holder is away, and nobody stands in. */
        AWAY_WITHOUT_DEPUTY,

        /** Messages of the last days found nobody in that position when they were sent, and went up. */
        WENT_UP;

        @JsonValue
        @Override
        public String code() {
            return Coded.codeOf(this);
        }
    }

    /**
     * Something missing.
     *
     * @param place the commune, or the province of an office of it
     * @param position null where no single one is meant
     * @param until the last day of an absence; else null
     * @param open unfinished tasks and reports that the unit answers for; of what went up how many messages did
     */
    public record Gap(
            Kind kind, UnitId unit, String unitName, UnitId place, String placeName, @Nullable PositionId position, @Nullable String positionTitle,
            @Nullable LocalDate until, long open) {}

    /** @param unaddressed events that nobody at all can be told of; they are kept until somebody can. Null for callers who do not see the whole province */
    public record Found(List<Gap> gaps, @Nullable Long unaddressed) {

        public Found {
            gaps = Lists.orEmpty(gaps);
        }
    }
}
