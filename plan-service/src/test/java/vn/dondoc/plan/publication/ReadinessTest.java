package vn.dondoc.plan.publication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

class ReadinessTest {

    private static final UnitId OFFICE = new UnitId("office");
    private static final UnitId STANDING = new UnitId("standing");
    private final Readiness readiness = new Readiness(List.of(OFFICE, STANDING)::contains);

    @Test
    void every_open_row_is_named_at_once() {
        var broken = readiness.check(content(
                null,
                List.of(
                        task("t1", " ", OFFICE, null, false, false),
                        task("t2", "Không ai chủ trì", null, null, false, false),
                        task("t3", "Hạn không rõ", OFFICE, "khi có điều kiện", false, false),
                        task("t4", "Đơn vị đã giải thể", new UnitId("gone"), null, false, false),
                        task("t5", "Được xác nhận", null, "khi có điều kiện", false, true),
                        task("t6", "Bị bỏ", null, "?", true, false)),
                List.of(new Plans.TargetRow("c1", null, "", ">=", BigDecimal.ONE, "%", null, null, null, false, 1, null)),
                List.of(
                        rule("r1", Frequency.MONTHLY, null, null, List.of(OFFICE), STANDING),
                        rule("r2", Frequency.YEARLY, 5, null, List.of(OFFICE), STANDING),
                        rule("r3", Frequency.MONTHLY, 15, null, List.of(STANDING), STANDING),
                        rule("r4", Frequency.MONTHLY, 15, null, List.of(OFFICE), null),
                        rule("r5", Frequency.AD_HOC, null, null, List.of(OFFICE), STANDING))));
        assertThat(broken.all()).extracting(rule -> rule.field() + " " + rule.code()).containsExactly(
                "document.title TITLE_MISSING", "t1 TITLE_MISSING", "t2 LEAD_UNRESOLVED", "t3 DUE_UNREADABLE", "t4 UNIT_UNKNOWN",
                "c1 TARGET_INVALID", "c1 TARGET_OWNER_MISSING", "c1 TARGET_SOURCE_MISSING", "c1 TARGET_RHYTHM_MISSING",
                "r1 REPORT_DAY_MISSING", "r2 REPORT_DAY_MISSING", "r3 REPORT_OWER_MISSING", "r4 REPORT_RECIPIENT_UNKNOWN");
    }

    @Test
    void a_duty_is_decided_and_the_month_of_a_quarter_agreed() {
        var content = new Plans.Content(
                new Plans.Heading("KH", null, null, "Kế hoạch thử", null, 2026, null), List.of(), List.of(),
                List.of(new Plans.RuleRow("r1", Frequency.QUARTERLY, 20, null, true, null, "Các đơn vị", "Nơi nhận", List.of(OFFICE), STANDING, false, null)),
                List.of(duty("d1", null), duty("d2", "watched")), List.of());
        assertThat(readiness.check(content).all()).extracting(rule -> rule.field() + " " + rule.code())
                .containsExactly("r1 REPORT_DAY_OPEN", "d1 DUTY_OPEN");
    }

    private static Plans.Duty duty(String row, @Nullable String decision) {
        return new Plans.Duty(row, "Phòng Kinh tế", List.of(), "Theo dõi, hướng dẫn.", decision, null, null);
    }

    @Test
    void what_is_whole_is_ready() {
        var broken = readiness.check(content(
                "Kế hoạch thử",
                List.of(task("t1", "Việc không có hạn", OFFICE, null, false, false)),
                List.of(new Plans.TargetRow("c1", null, "Tỷ lệ", "<=", new BigDecimal("2.5"), "%", new Plans.NamedUnit("Phòng Kinh tế", OFFICE, List.of()), "Báo cáo của đơn vị", Frequency.MONTHLY, false, 1, null)),
                List.of(rule("r1", Frequency.HALF_YEARLY, 5, 6, List.of(OFFICE), STANDING))));
        assertThat(broken.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "monthly, 15, , true, 14, ",
        "monthly, 15, , false, 15, ",
        "monthly, 1, , true, 0, ",
        "quarterly, 20, , true, 19, ",
        "half-yearly, 5, 6, true, 4, 6",
        "yearly, 1, 12, true, 0, 11",
        "yearly, 1, 1, true, 0, 12",
        "monthly, 20, 9, false, 20, ",
    })
    void before_a_day_excludes_it(String frequency, int day, @Nullable Integer month, boolean strict, int last, @Nullable Integer lastMonth) {
        var row = new Plans.RuleRow("r1", Coded.of(Frequency.class, frequency).orElseThrow(), day, month, strict, null, null, null, List.of(), null, false, null);
        assertThat(LastDay.of(row)).isEqualTo(new LastDay(last, lastMonth));
    }

    private static Plans.Content content(
            @Nullable String title, List<Plans.TaskRow> tasks, List<Plans.TargetRow> targets, List<Plans.RuleRow> rules) {
        return new Plans.Content(new Plans.Heading("KH", null, null, title, null, 2026, null), tasks, targets, rules, List.of(), List.of());
    }

    private static Plans.TaskRow task(
            String row, String title, @Nullable UnitId lead, @Nullable String dueText, boolean dropped, boolean confirmed) {
        var named = new Plans.NamedUnit("Một đơn vị", lead, List.of());
        Due due = dueText == null ? new Due.By(LocalDate.of(2026, 6, 30), false, false) : null;
        return new Plans.TaskRow(row, null, title, List.of(named), List.of(), null, null, due, dueText, dropped, confirmed, 1, null, null);
    }

    private static Plans.RuleRow rule(
            String row, Frequency frequency, @Nullable Integer day, @Nullable Integer month, List<UnitId> owedBy, @Nullable UnitId owedTo) {
        return new Plans.RuleRow(row, frequency, day, month, true, true, "Các đơn vị", "Nơi nhận", owedBy, owedTo, false, null);
    }
}
