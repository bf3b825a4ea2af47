package vn.dondoc.contracts.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.MatterId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A matter beyond the authority of a unit, as it is after an event; what it says is no part of it.
 *
 * @param report that named it
 * @param level who has to answer now
 * @param lastDay the last day in time to answer on that level
 */
public record MatterState(
        MatterId id,
        ReportId report,
        UnitId province,
        UnitId commune,
        UnitId unit,
        UnitId owedTo,
        MatterLevel level,
        LocalDate raisedOn,
        LocalDate lastDay,
        MatterStatus status,
        @Nullable LocalDate answeredOn) {}
