package vn.dondoc.contracts.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;

/**
 * Who owes which periodic report to whom.
 *
 * @param day the last day that is in time, in the period's last month ("trước ngày 15" is 14); 0 is the last day of the month
 * @param month for half-yearly and yearly rules the month of that day, 1 to 12; null else
 * @param from the first day on which a period may open: nothing is expected for periods that ended before
 * @param until the last day of the plan's year; null for an open-ended plan
 * @param basis the document that last changed it; null while it is as its plan was published
 * @param withdrawnOn the day its plan gave it up; null while it holds
 * @param programme the programme of its plan, to which its reports belong until somebody says otherwise; null where they are of none
 */
public record ReportingRule(
        RuleId id,
        PlanId plan,
        UnitId province,
        UnitId commune,
        String title,
        Frequency frequency,
        int day,
        @Nullable Integer month,
        List<UnitId> owedBy,
        UnitId owedTo,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Basis basis,
        @Nullable LocalDate withdrawnOn,
        @Nullable String programme) {

    public ReportingRule {
        owedBy = Lists.orEmpty(owedBy);
    }

    /** The same words as another rule of a plan, that holds since that day and that some document decided. */
    public ReportingRule as(RuleId row, LocalDate since, @Nullable Basis decided) {
        return new ReportingRule(
                row, plan, province, commune, title, frequency, day, month, owedBy, owedTo, since, until, decided, null, programme);
    }

    public ReportingRule withdrawn(Basis decided, LocalDate on) {
        return new ReportingRule(id, plan, province, commune, title, frequency, day, month, owedBy, owedTo, from, until, decided, on, programme);
    }

    /** The same for periods that begin until that day, and for none that begins later. */
    public ReportingRule endingOn(LocalDate last, Basis decided) {
        return new ReportingRule(id, plan, province, commune, title, frequency, day, month, owedBy, owedTo, from, last, decided, withdrawnOn, programme);
    }

    /** The same as a part of that programme, or of none. */
    public ReportingRule within(@Nullable String named) {
        return new ReportingRule(id, plan, province, commune, title, frequency, day, month, owedBy, owedTo, from, until, basis, withdrawnOn, named);
    }

    /** As its plan was published. */
    public ReportingRule(
            RuleId id,
            PlanId plan,
            UnitId province,
            UnitId commune,
            String title,
            Frequency frequency,
            int day,
            @Nullable Integer month,
            List<UnitId> owedBy,
            UnitId owedTo,
            LocalDate from,
            @Nullable LocalDate until) {
        this(id, plan, province, commune, title, frequency, day, month, owedBy, owedTo, from, until, null, null, null);
    }
}
