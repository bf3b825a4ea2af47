package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.BudgetShare;
import vn.dondoc.contracts.event.Explanation;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.ShareMoney;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.time.DomainClock;

import static org.assertj.core.api.Assertions.assertThat;

class TargetTest {

    private static final LocalDate MARCH_20 = LocalDate.of(2026, 3, 20);
    private static final String NO_WORDS = "{}";

    @Test
    void whatIsToldOfAPeriodHoldsAndACorrectionHasANumber() {
        var target = target("%", Frequency.MONTHLY);
        assertThat(target.standing()).isEqualTo(TargetStanding.NOT_MEASURED);

        target = after(target.measure(reading("2026-02", "60", true), false, MARCH_20, NO_WORDS));
        assertThat(code(target.measure(reading("2026-02", "61", true), false, MARCH_20, NO_WORDS))).isEqualTo("TARGET_MEASURED_ALREADY");
        target = after(target.measure(reading("2026-02", "62.50", false), false, MARCH_20, NO_WORDS));
        assertThat(code(target.measure(reading("2026-02", "70", false), false, MARCH_20, NO_WORDS))).isEqualTo("TARGET_MEASURED_ALREADY");
        target = after(target.correct(reading("2026-02", "82", false), true, MARCH_20, NO_WORDS));

        assertThat(target.figures()).singleElement().satisfies(figure -> {
            assertThat(figure.value()).isEqualByComparingTo("82");
            assertThat(figure.correction()).as("an estimate, its result, a correction").isEqualTo(2);
            assertThat(figure.onBehalf()).isTrue();
            assertThat(figure.toldOn()).isEqualTo(MARCH_20);
        });
        assertThat(target.standing()).isEqualTo(TargetStanding.ATTAINED);
        assertThat(code(target.correct(reading("2026-03", "1", false), true, MARCH_20, NO_WORDS))).isEqualTo("TARGET_NOT_MEASURED");
    }

    @Test
    void onlyPeriodsOfItsRhythmAndDaysUntilTodayCanBeToldOf() {
        var target = target("%", Frequency.MONTHLY);

        assertThat(code(target.measure(reading("2026-Q1", "1", false), false, MARCH_20, NO_WORDS))).isEqualTo("TARGET_PERIOD_WRONG");
        assertThat(code(target.measure(reading("tháng ba", "1", false), false, MARCH_20, NO_WORDS))).isEqualTo("TARGET_PERIOD_WRONG");
        assertThat(code(target.measure(reading("2026-04", "1", true), false, MARCH_20, NO_WORDS))).isEqualTo("TARGET_PERIOD_AHEAD");
        assertThat(code(target.measure(reading("2026-03-21", "1", true), false, MARCH_20, NO_WORDS))).isEqualTo("TARGET_PERIOD_AHEAD");
        assertThat(after(target.measure(reading("2026-03-20", "1", false), false, MARCH_20, NO_WORDS)).figures()).hasSize(1);
        assertThat(after(target("%", null).measure(reading("2026-Q1", "1", true), false, MARCH_20, NO_WORDS)).figures()).hasSize(1);
    }

    @Test
    void anArithmeticAsksForWhatItNeeds() {
        var mean = after(target("%", Frequency.MONTHLY).define(TargetArithmetic.WEIGHTED_MEAN));
        assertThat(code(mean.measure(reading("2026-02", "60", false), false, MARCH_20, NO_WORDS))).isEqualTo("TARGET_WEIGHT_REQUIRED");
        var yes = after(target("đạt/không", Frequency.YEARLY).define(TargetArithmetic.YES_NO));
        assertThat(code(yes.measure(reading("2026", "2", false), false, MARCH_20, NO_WORDS))).isEqualTo("TARGET_YES_OR_NO");
        var measured = after(target("%", Frequency.MONTHLY).measure(reading("2026-02", "60", false), false, MARCH_20, NO_WORDS));
        assertThat(code(measured.define(TargetArithmetic.WEIGHTED_MEAN))).isEqualTo("TARGET_WITHOUT_WEIGHTS");
        assertThat(code(measured.define(TargetArithmetic.YES_NO))).isEqualTo("TARGET_NOT_YES_NO");
        assertThat(measured.define(TargetArithmetic.LATEST)).as("what was only usual is decided now").isInstanceOf(Decision.Accepted.class);
        assertThat(after(measured.define(TargetArithmetic.SUM)).define(TargetArithmetic.SUM)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void aComputedOneTakesNoFiguresAndItsBaseIsNumbered() {
        assertThat(code(target("lớp", null).compute(share(100), NO_WORDS))).isEqualTo("TARGET_NOT_A_SHARE");
        assertThat(code(target("%", null).rebase(100, 2026, NO_WORDS))).isEqualTo("TARGET_NOT_COMPUTED");

        var computed = after(target("%", Frequency.YEARLY).compute(share(100), NO_WORDS));
        assertThat(computed.standing()).as("what tasks say, the target does not know").isNull();
        assertThat(code(computed.measure(reading("2026", "1", false), false, MARCH_20, NO_WORDS))).isEqualTo("TARGET_COMPUTED");
        assertThat(computed.compute(share(100), NO_WORDS)).isInstanceOf(Decision.Unchanged.class);
        var corrected = after(computed.rebase(120, 2026, NO_WORDS));
        assertThat(corrected.share()).isEqualTo(new BudgetShare(ShareMoney.PLANNED, null, 120L, 2026, 2));
        assertThat(after(corrected.define(TargetArithmetic.LATEST)).isComputed()).isFalse();
    }

    @Test
    void theNewestFormOfThePlanHoldsAndWhatWasMeasuredStays() {
        var target = after(target("%", Frequency.MONTHLY).measure(reading("2026-02", "60", false), false, MARCH_20, NO_WORDS));

        assertThat(target.amended(planned("%", Frequency.MONTHLY), 5)).isInstanceOf(Decision.Unchanged.class);
        var withdrawn = after(target.amended(planned("%", Frequency.MONTHLY).withdrawn(null, MARCH_20), 6));

        assertThat(withdrawn.figures()).hasSize(1);
        assertThat(code(withdrawn.measure(reading("2026-03", "1", true), false, MARCH_20, NO_WORDS))).isEqualTo("TARGET_WITHDRAWN");
        assertThat(code(withdrawn.define(TargetArithmetic.SUM))).isEqualTo("TARGET_WITHDRAWN");
        assertThat(withdrawn.amended(planned("%", Frequency.MONTHLY), 5)).as("an older form comes late").isInstanceOf(Decision.Unchanged.class);
        var heir = new UnitId("u2");
        assertThat(after(target.toHeir(unit -> heir)).owner()).isEqualTo(heir);
        assertThat(target.toHeir(unit -> unit)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void whatIsToBeMeasuredFollowsTheRhythm() {
        var target = target("%", Frequency.MONTHLY);
        assertThat(Schedule.of(target, MARCH_20)).isEqualTo(new Schedule("2026-03", true));
        assertThat(Schedule.offered(target, MARCH_20)).startsWith("2026-03", "2026-02", "2026-01", "2025-12");
        var january = after(target.measure(reading("2026-01", "60", false), false, MARCH_20, NO_WORDS));
        assertThat(Schedule.of(january, MARCH_20)).as("a month was left out").isEqualTo(new Schedule("2026-02", true));
        var february = after(january.measure(reading("2026-02", "60", false), false, MARCH_20, NO_WORDS));
        assertThat(Schedule.of(february, LocalDate.of(2026, 3, 2))).isEqualTo(new Schedule("2026-03", false));
        assertThat(Schedule.of(february, MARCH_20)).isEqualTo(new Schedule("2026-03", true));
        var march = after(february.measure(reading("2026-03", "60", true), false, MARCH_20, NO_WORDS));
        assertThat(Schedule.of(march, MARCH_20)).isEqualTo(new Schedule(null, false));
        assertThat(Schedule.of(target("%", null), MARCH_20)).isEqualTo(new Schedule("2026-03-20", true));
        assertThat(Schedule.of(target("%", Frequency.NINE_MONTHLY), LocalDate.of(2026, 11, 2))).isEqualTo(new Schedule("2026-9M", true));
    }

    @Test
    void onlyWhatIsBehindIsToBeExplainedAndTheTimeToAnswerIsADeadline() {
        var target = target("%", Frequency.MONTHLY);
        assertThat(code(target.ask(false, "Vì sao?", null, 3, MARCH_20))).isEqualTo("TARGET_NOT_BEHIND");
        assertThat(code(target.ask(true, "Vì sao?", MARCH_20.minusDays(1), 3, MARCH_20))).isEqualTo("EXPLANATION_DAY");
        assertThat(code(target.explain("Thiếu máy", MARCH_20))).isEqualTo("NO_EXPLANATION_ASKED");

        var asked = after(target.ask(true, "Vì sao?", null, 3, MARCH_20));
        assertThat(code(asked.ask(true, "Vì sao?", null, 3, MARCH_20))).isEqualTo("EXPLANATION_WAITS");
        assertThat(asked.nextBoundaryAt()).isEqualTo(DomainClock.startOf(MARCH_20.plusDays(2)));
        var measured = after(asked.measure(reading("2026-02", "81", false), false, MARCH_20, NO_WORDS));
        assertThat(measured.owesExplanation()).as("also of what is attained meanwhile").isTrue();
        var reminded = after(measured.passTo(MARCH_20.plusDays(2)));
        assertThat(reminded.nextBoundaryAt()).isEqualTo(DomainClock.startOf(MARCH_20.plusDays(4)));
        var late = after(reminded.passTo(MARCH_20.plusDays(4)));
        assertThat(late.nextBoundaryAt()).isNull();
        assertThat(late.passTo(MARCH_20.plusDays(5))).isInstanceOf(Decision.Unchanged.class);
        var given = after(late.explain("Thiếu máy", MARCH_20.plusDays(5)));
        assertThat(given.explanation()).isEqualTo(new Explanation(MARCH_20, MARCH_20.plusDays(3), MARCH_20.plusDays(5), true, 1, true));

        var withdrawn = after(asked.amended(planned("%", Frequency.MONTHLY).withdrawn(null, MARCH_20), 9));
        assertThat(withdrawn.owesExplanation()).isFalse();
        assertThat(withdrawn.nextBoundaryAt()).isNull();
        assertThat(code(withdrawn.explain("Thiếu máy", MARCH_20))).isEqualTo("NO_EXPLANATION_ASKED");
    }

    private static Target target(String unit, @Nullable Frequency rhythm) {
        return Target.taken(planned(unit, rhythm), 5).state();
    }

    private static PlannedTarget planned(String unit, @Nullable Frequency rhythm) {
        return new PlannedTarget(
                new TargetId("ct"), new PlanId("kh"), new UnitId("tinh"), new UnitId("xa"), 0, null, "Chỉ tiêu", ">=", new BigDecimal("80"), unit,
                new UnitId("u1"), null, rhythm);
    }

    private static BudgetShare share(long base) {
        return new BudgetShare(ShareMoney.PLANNED, null, base, 2026, 1);
    }

    private static Target.Reading reading(String period, String value, boolean estimated) {
        return new Target.Reading(period, new BigDecimal(value), null, null, estimated);
    }

    private static Target after(Decision<Target> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Target>) decision).state();
    }

    private static String code(Decision<Target> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Target>) decision).refusal().code();
    }
}
