package vn.dondoc.reporting.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.MatterEvent;
import vn.dondoc.contracts.event.MatterLevel;
import vn.dondoc.contracts.event.MatterState;
import vn.dondoc.contracts.event.MatterStatus;
import vn.dondoc.contracts.id.MatterId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;

/**
 * A matter beyond authority and its decisions; its words stand beside its history. Days are days in Asia/Ho_Chi_Minh.
 *
 * @param owedTo the unit that has to answer on the present level
 * @param lastDay the last day in time on that level
 * @param nextBoundaryAt when it is overdue; null once it is, or is answered
 */
record Matter(
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
        @Nullable LocalDate answeredOn,
        @Nullable Instant nextBoundaryAt) {

    /** How long the standing unit has to answer it, or to take it further up. */
    static final int DAYS_TO_LOOK = 7;

    /** A report named it. */
    static Decision.Accepted<Matter> raised(
            MatterId id, ReportId report, UnitId province, UnitId commune, UnitId unit, UnitId standing, LocalDate on, String text) {
        var until = on.plusDays(DAYS_TO_LOOK);
        var matter = new Matter(id, report, province, commune, unit, standing, MatterLevel.STANDING, on, until, MatterStatus.OPEN, null, boundary(until));
        return new Decision.Accepted<>(matter, List.of(Fact.of(new MatterEvent.MatterRaised(matter.state()), commune).withText(text)));
    }

    Decision<Matter> answer(String text, LocalDate today) {
        if (isAnswered()) {
            return Decision.refuse(409, "MATTER_ANSWERED");
        }
        var late = status == MatterStatus.OVERDUE || today.isAfter(lastDay);
        var after = new Matter(
                id, report, province, commune, unit, owedTo, level, raisedOn, lastDay, late ? MatterStatus.ANSWERED_LATE : MatterStatus.ANSWERED, today, null);
        return Decision.accept(after, Fact.of(new MatterEvent.MatterAnswered(after.state()), commune).withText(text));
    }

    /** The next one above has to answer until that day. */
    Decision<Matter> escalate(MatterLevel to, UnitId answering, LocalDate until, @Nullable String reason, LocalDate today) {
        if (isAnswered()) {
            return Decision.refuse(409, "MATTER_ANSWERED");
        } else if (to.compareTo(level) <= 0) {
            return Decision.refuse(409, "MATTER_NOT_HIGHER");
        } else if (until.isBefore(today)) {
            return Decision.refuse(422, "MATTER_DAY_PAST");
        }
        var after = new Matter(id, report, province, commune, unit, answering, to, raisedOn, until, MatterStatus.OPEN, null, boundary(until));
        return Decision.accept(after, Fact.of(new MatterEvent.MatterEscalated(after.state()), commune).withText(reason));
    }

    /** Time has passed until that day. */
    Decision<Matter> passTo(LocalDate today) {
        if (status != MatterStatus.OPEN || !today.isAfter(lastDay)) {
            return Decision.unchanged();
        }
        var after = new Matter(id, report, province, commune, unit, owedTo, level, raisedOn, lastDay, MatterStatus.OVERDUE, null, null);
        return Decision.accept(after, Fact.of(new MatterEvent.MatterOverdue(after.state()), commune));
    }

    boolean isAnswered() {
        return status == MatterStatus.ANSWERED || status == MatterStatus.ANSWERED_LATE;
    }

    private MatterState state() {
        return new MatterState(id, report, province, commune, unit, owedTo, level, raisedOn, lastDay, status, answeredOn);
    }

    private static Instant boundary(LocalDate lastDay) {
        return DomainClock.startOf(lastDay.plusDays(1));
    }
}
