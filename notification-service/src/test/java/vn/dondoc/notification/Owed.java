package vn.dondoc.notification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.ConsolidationState;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Explanation;
import vn.dondoc.contracts.event.Extension;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.News;
import vn.dondoc.contracts.event.OfDirective;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.PartOf;
import vn.dondoc.contracts.event.Particulars;
import vn.dondoc.contracts.event.ReportState;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.event.TargetEvent;
import vn.dondoc.contracts.event.TargetFigure;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.event.TargetState;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.ConsolidationId;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.testing.TestProvince;

/** Tasks and reports of the first commune of an invented province. */
public final class Owed {

    public static final String TITLE = "Lập kho dữ liệu hồ sơ hộ nghèo dùng chung";
    public static final String REPORT = "Báo cáo kết quả chuyển đổi số";

    private final TestProvince province;
    private final PlanId plan;

    public Owed(TestProvince province, String plan) {
        this.province = province;
        this.plan = new PlanId(plan);
    }

    /** Reports that were put together in that commune, or in the province, and wait for a signature; null where they do not. */
    public ConsolidationState consolidation(String id, String place, @Nullable LocalDate presentedOn) {
        return new ConsolidationState(
                new ConsolidationId(id), province.unit("tinh"), province.unit(place), new RuleId("r-" + id), "2026-11", REPORT, 3, 2, null, null, 0, null, presentedOn);
    }

    /** An open task led by those units. */
    public TaskState task(String id, @Nullable LocalDate lastDay, String... lead) {
        return task(id, lastDay, WorkState.NOT_STARTED, lastDay == null ? TimeClass.NO_DEADLINE : TimeClass.IN_TIME, lead);
    }

    public TaskState overdue(String id, LocalDate lastDay, String... lead) {
        return task(id, lastDay, WorkState.NOT_STARTED, TimeClass.OVERDUE, lead);
    }

    public TaskState done(String id, LocalDate lastDay, String... lead) {
        return task(id, lastDay, WorkState.COMPLETED, TimeClass.COMPLETED_IN_TIME, lead);
    }

    public TaskState submitted(String id, LocalDate lastDay, String... lead) {
        return task(id, lastDay, WorkState.SUBMITTED, TimeClass.COMPLETED_IN_TIME, lead);
    }

    /** Past already when its plan was published. */
    public TaskState lateFromTheStart(String id, LocalDate lastDay, String... lead) {
        return new TaskState(
                new TaskId(id), plan, province.unit("tinh"), province.unit("xa1"), 1, null, TITLE, units(lead), List.of(), null, null, lastDay,
                WorkState.NOT_STARTED, TimeClass.OVERDUE, false, true, null, null);
    }

    private TaskState task(String id, @Nullable LocalDate lastDay, WorkState state, TimeClass timeClass, String... lead) {
        return new TaskState(
                new TaskId(id), plan, province.unit("tinh"), province.unit("xa1"), 1, "2.1", TITLE, units(lead), List.of(), null, null,
                lastDay, state, timeClass, false, false, null, null);
    }

    /** What a lead unit of the whole gave on to another one. */
    public TaskState part(String id, String whole, LocalDate lastDay, String lead) {
        return part(id, new PartOf(new TaskId(whole), PartKind.DELEGATED, null, null), lastDay, lead);
    }

    /** What a lead unit of the whole gave to one position. */
    public TaskState given(String id, String whole, LocalDate lastDay, String lead, PositionId position) {
        return part(id, new PartOf(new TaskId(whole), PartKind.DELEGATED, null, position), lastDay, lead);
    }

    /** A part of a directive that was submitted; the unit that decides on it is null where the commune does. */
    public TaskState directed(String id, LocalDate lastDay, String lead, @Nullable String decider) {
        var of = new OfDirective(new DirectiveId("d1"), province.unit("so"), decider == null ? null : province.unit(decider), null, null, null);
        return new TaskState(
                new TaskId(id), plan, province.unit("tinh"), province.unit("xa1"), 1, null, TITLE, units(lead), List.of(), null, null, lastDay,
                WorkState.SUBMITTED, TimeClass.COMPLETED_IN_TIME, true, false, lastDay, null, null, null, null, null, null, null, null, null, null, of);
    }

    /** The part of a department of the province, late. */
    public TaskState ofDepartment(String id, LocalDate lastDay, String lead) {
        var of = new OfDirective(new DirectiveId("d1"), province.unit("so"), province.unit("so"), null, null, null);
        return new TaskState(
                new TaskId(id), plan, province.unit("tinh"), province.unit("tinh"), 1, null, TITLE, units(lead), List.of(), null, null, lastDay,
                WorkState.IN_PROGRESS, TimeClass.OVERDUE, true, false, null, null, null, null, null, null, null, null, null, null, null, of);
    }

    /** What the standing unit told of a target for the unit that answers for it; or that unit itself. */
    public TargetEvent.TargetMeasured measured(String id, String owner, boolean onBehalf) {
        var figure = new TargetFigure("2026-11", new BigDecimal("62.5"), null, null, false, 0, onBehalf, LocalDate.of(2026, 11, 30));
        return new TargetEvent.TargetMeasured(new TargetState(
                new TargetId(id), plan, province.unit("tinh"), province.unit("xa1"), 1, null, TITLE, ">=", new BigDecimal("80"), "%", province.unit(owner),
                Frequency.MONTHLY, null, TargetArithmetic.LATEST, null, figure, figure.value(), TargetStanding.ON_THE_WAY, null), figure, null);
    }

    /** A late task of which somebody told who set it, or which programme it is of; the village takes part. */
    public TaskState described(String id, LocalDate lastDay, @Nullable AssigningLevel level, @Nullable String programme, String lead) {
        var particulars = new Particulars(null, level, programme, null, null, List.of(), List.of());
        return new TaskState(
                new TaskId(id), plan, province.unit("tinh"), province.unit("xa1"), 1, "2.1", TITLE, units(lead), units("xa1.thon1"), null, null, lastDay,
                WorkState.IN_PROGRESS, TimeClass.OVERDUE, true, false, null, null, null, null, null, null, null, null, null, null, particulars);
    }

    /** A period of a task that recurs. */
    public TaskState occurrence(String id, String series, LocalDate lastDay, String lead) {
        return part(id, new PartOf(new TaskId(series), PartKind.OCCURRENCE, lastDay.withDayOfMonth(1), null), lastDay, lead);
    }

    private TaskState part(String id, PartOf partOf, LocalDate lastDay, String lead) {
        return new TaskState(
                new TaskId(id), plan, province.unit("tinh"), province.unit("xa1"), 1, "2.1", TITLE, units(lead), List.of(), null, null,
                lastDay, WorkState.NOT_STARTED, TimeClass.IN_TIME, false, false, null, null, null, null, null, null, null, partOf, null, null, null);
    }

    /**
     * A task of the Phòng Kinh tế whose deadline is extended, or for which that is asked.
     *
     * @param asked null where nothing waits
     */
    public TaskState extension(String id, LocalDate lastDay, int granted, @Nullable LocalDate asked) {
        return new TaskState(
                new TaskId(id), plan, province.unit("tinh"), province.unit("xa1"), 1, "2.1", TITLE, units("xa1.kinhte"), List.of(), null, null,
                lastDay, WorkState.IN_PROGRESS, TimeClass.IN_TIME, true, false, null, new Extension(granted == 0 ? null : lastDay, granted, asked));
    }

    /** A task of the Phòng Kinh tế that those positions follow. */
    public TaskState followed(String id, LocalDate lastDay, PositionId... followers) {
        return new TaskState(
                new TaskId(id), plan, province.unit("tinh"), province.unit("xa1"), 1, "2.1", TITLE, units("xa1.kinhte"), List.of(), null, null,
                lastDay, WorkState.IN_PROGRESS, TimeClass.OVERDUE, true, false, null, null, null, null, null, null, null, null, null, null,
                Particulars.NONE.followedBy(List.of(followers)));
    }

    /** A task of the Phòng Kinh tế that was given back to its giver; null where that was decided on. */
    public TaskState givenBack(String id, LocalDate lastDay, @Nullable LocalDate returnedOn) {
        return new TaskState(
                new TaskId(id), plan, province.unit("tinh"), province.unit("xa1"), 1, "2.1", TITLE, units("xa1.kinhte"), List.of(), null, null,
                lastDay, WorkState.NOT_STARTED, TimeClass.IN_TIME, true, false, null, null, null, null, null, returnedOn, null, null, null, null, null);
    }

    /**
     * A task of the Phòng Kinh tế that was completed late, and which a leader wants explained.
     *
     * @param givenOn null while it is owed
     */
    public TaskState explained(String id, LocalDate lastDay, @Nullable LocalDate givenOn, WorkState state) {
        return new TaskState(
                new TaskId(id), plan, province.unit("tinh"), province.unit("xa1"), 1, "2.1", TITLE, units("xa1.kinhte"), List.of(), null, null,
                lastDay.minusDays(20), state, TimeClass.COMPLETED_LATE, true, false, null, null, null, null, null, null, null, null,
                new Explanation(lastDay.minusDays(3), lastDay, givenOn, givenOn == null, 1), null, null);
    }

    /** An ongoing task of the Phòng Kinh tế. */
    public TaskState ongoing(String id, boolean stale) {
        return new TaskState(
                new TaskId(id), plan, province.unit("tinh"), province.unit("xa1"), 1, "2.1", TITLE, units("xa1.kinhte"), List.of(), null,
                new Due.Ongoing(), null, WorkState.IN_PROGRESS, TimeClass.NO_DEADLINE, true, false, null, null, null, null, null, null, null, null, null,
                new News(LocalDate.of(2026, 9, 1), stale), null);
    }

    /** A report of the first commune's Phòng Kinh tế to its standing unit. */
    public ReportState report(String id, LocalDate lastDay, ReportStatus status) {
        return new ReportState(
                new ReportId(id), new RuleId("rule-" + id), plan, province.unit("tinh"), province.unit("xa1"), province.unit("xa1.kinhte"),
                province.unit("xa1.vhxh"), REPORT, "2026-11", lastDay, status, false, null);
    }

    /** The same, long late, with an explanation that is owed until that day, or was given. */
    public ReportState reportToExplain(String id, LocalDate lastDay, @Nullable LocalDate givenOn, boolean asked) {
        return new ReportState(
                new ReportId(id), new RuleId("rule-" + id), plan, province.unit("tinh"), province.unit("xa1"), province.unit("xa1.kinhte"),
                province.unit("xa1.vhxh"), REPORT, "2026-11", lastDay.minusDays(20), ReportStatus.SUBMITTED_LATE, false, lastDay.minusDays(9), null, null, null,
                asked ? true : null, explanation(lastDay, givenOn), null);
    }

    /** A target that is behind, with an explanation that is owed until that day, or was given. */
    public TargetState targetToExplain(String id, LocalDate lastDay, @Nullable LocalDate givenOn) {
        return new TargetState(
                new TargetId(id), plan, province.unit("tinh"), province.unit("xa1"), 1, null, TITLE, ">=", new BigDecimal("80"), "%",
                province.unit("xa1.kinhte"), Frequency.MONTHLY, null, TargetArithmetic.LATEST, null, null, null, TargetStanding.BEHIND,
                explanation(lastDay, givenOn));
    }

    private static Explanation explanation(LocalDate lastDay, @Nullable LocalDate givenOn) {
        return new Explanation(lastDay.minusDays(3), lastDay, givenOn, false, 1);
    }

    private List<UnitId> units(String... names) {
        return Stream.of(names).map(province::unit).toList();
    }
}
