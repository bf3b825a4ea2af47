package vn.dondoc.notification.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.dondoc.contracts.event.ConsolidationEvent;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.ReportState;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.TargetEvent;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.KnownOrganisation;
import vn.dondoc.notification.Owed;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.rule.Audience;
import vn.dondoc.notification.rule.Recipient;
import vn.dondoc.notification.rule.Rules;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.testing.TestProvince;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTest {

    private static final Locale VI = Locale.forLanguageTag("vi");
    private static final LocalDate LAST = LocalDate.of(2026, 11, 5);
    private static final TestProvince PROVINCE = new TestProvince("te");
    private static final Owed OWED = new Owed(PROVINCE, "kh");
    private static final TaskState EXPLAINED = OWED.explained("t", LAST, null, WorkState.COMPLETED);

    private final Texts texts = new Texts(bundles(), new KnownOrganisation(PROVINCE));

    static Stream<DomainEvent> events() {
        return Stream.concat(
                tasks(OWED.task("t", LAST, "xa1.kinhte")),
                Stream.concat(reports(OWED.report("r", LAST, ReportStatus.OPEN)), explanations()));
    }

    private static Stream<DomainEvent> explanations() {
        var report = OWED.reportToExplain("r", LAST, null, false);
        var target = OWED.targetToExplain("g", LAST, null);
        return Stream.of(
                new ReportEvent.ReportExplanationRequested(report), new ReportEvent.ReportExplanationDueSoon(report, 1),
                new ReportEvent.ReportExplanationOverdue(report, LAST.plusDays(1)), new ReportEvent.ReportExplanationGiven(report),
                new TargetEvent.TargetExplanationRequested(target), new TargetEvent.TargetExplanationDueSoon(target, 1),
                new TargetEvent.TargetExplanationOverdue(target, LAST.plusDays(1)), new TargetEvent.TargetExplanationGiven(target));
    }

    private static Stream<DomainEvent> tasks(TaskState task) {
        return Stream.of(
                new TaskEvent.TaskAssigned(task), new TaskEvent.TaskDueSoon(task, 7), new TaskEvent.TaskDueSoon(task, 0),
                new TaskEvent.TaskOverdue(task, LAST.plusDays(1)),
                new TaskEvent.TaskOverdue(OWED.part("t", "whole", LAST, "xa1.kinhte"), LAST.plusDays(1)), new TaskEvent.TaskReassigned(task),
                new TaskEvent.TaskOverdue(OWED.lateFromTheStart("t", LAST, "xa1.kinhte"), LAST.plusDays(1)),
                new TaskEvent.TaskEscalated(task, 1, 1), new TaskEvent.TaskEscalated(task, 2, 3), new TaskEvent.TaskEscalated(task, 3, 7),
                new TaskEvent.CompletionSubmitted(task), new TaskEvent.CompletionReturned(task), new TaskEvent.TaskCompleted(task),
                new TaskEvent.ExtensionRequested(task, LAST.plusDays(9)), new TaskEvent.ExtensionGranted(task, LAST), new TaskEvent.ExtensionRefused(task, LAST.plusDays(9)),
                new TaskEvent.TaskReturnedToGiver(task), new TaskEvent.ReturnToGiverRefused(task), new TaskEvent.TaskCancelled(task, null),
                new TaskEvent.TaskReopened(task),
                new TaskEvent.ExplanationRequested(EXPLAINED), new TaskEvent.ExplanationDueSoon(EXPLAINED, 1), new TaskEvent.ExplanationOverdue(EXPLAINED, LAST.plusDays(1)),
                new TaskEvent.ExplanationGiven(EXPLAINED), new TaskEvent.ConclusionUnitNamed(task, null));
    }

    private static Stream<DomainEvent> reports(ReportState report) {
        return Stream.of(
                new ReportEvent.ReportRequested(report), new ReportEvent.ReportDueSoon(report, 3), new ReportEvent.ReportDueSoon(report, 0),
                new ReportEvent.ReportOverdue(report, LAST.plusDays(1)), new ReportEvent.ReportEscalated(report, 1, 1),
                new ReportEvent.ReportEscalated(report, 2, 3), new ReportEvent.ReportEscalated(report, 3, 7),
                new ReportEvent.ReportSubmitted(report), new ReportEvent.ReportReturned(report));
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_step_says_what_and_until_when_in_both_languages(DomainEvent event) {
        var title = event instanceof ReportEvent ? Owed.REPORT : Owed.TITLE;
        for (var audience : Rules.of(event, LAST).orElseThrow().audiences()) {
            var message = message(event, LAST, audience, null);
            for (var locale : Set.of(VI, Locale.ENGLISH)) {
                var said = texts.text(message, locale);
                assertThat(texts.subject(message, locale)).contains(title).doesNotContain("{", "choice");
                assertThat(said).contains(title, "05/11/2026", "Phòng Kinh tế").doesNotContain("{", "choice");
                if (event instanceof ReportEvent) {
                    assertThat(said).contains("11/2026");
                }
            }
            var asked = !(event instanceof TaskEvent.TaskCompleted) && audience != Audience.FOLLOWING;
            assertThat(texts.text(message, VI)).matches(text -> !asked || text.contains("Đề nghị") || text.contains("đề nghị"));
            assertThat(texts.text(message, VI)).isNotEqualTo(texts.text(message, Locale.ENGLISH));
        }
    }

    @Test
    void a_figure_that_another_unit_entered_is_told_with_its_target_and_period() {
        var message = message(OWED.measured("g", "xa1.kinhte", true), LAST, Audience.RESPONSIBLE, null);
        assertThat(texts.subject(message, VI)).isEqualTo("Đã nhập thay số liệu tháng 11/2026 của Phòng Kinh tế: " + Owed.TITLE);
        assertThat(texts.text(message, VI)).contains(Owed.TITLE, "đính chính").doesNotContain("{");
        assertThat(texts.text(message, Locale.ENGLISH)).contains(Owed.TITLE, "Phòng Kinh tế").doesNotContain("{");
    }

    @Test
    void what_waits_for_a_signature_is_told_with_its_period_and_place() {
        var message = message(new ConsolidationEvent.ConsolidationPresented(OWED.consolidation("th", "xa1", LAST)), LAST, Audience.DECIDING, null);
        assertThat(texts.subject(message, VI)).isEqualTo("Chờ ký: " + Owed.REPORT + " tháng 11/2026");
        assertThat(texts.text(message, VI)).contains(Owed.REPORT, "Xã Thượng Thử", "chờ ký duyệt").doesNotContain("{");
        assertThat(texts.text(message, Locale.ENGLISH)).contains(Owed.REPORT, "Xã Thượng Thử").doesNotContain("{");
        assertThat(message.cause().link()).isEqualTo("/reports/consolidations/th");
    }

    @Test
    void days_are_counted() {
        var soon = message(new TaskEvent.TaskDueSoon(OWED.task("t", LAST, "xa1.kinhte"), 7), LAST.minusDays(7), Audience.RESPONSIBLE, null);
        assertThat(texts.subject(soon, VI)).isEqualTo("Còn 7 ngày (hạn 05/11/2026): " + Owed.TITLE);
        assertThat(texts.subject(soon, Locale.ENGLISH)).startsWith("7 days left");
        var tomorrow = message(new TaskEvent.TaskDueSoon(OWED.task("t", LAST, "xa1.kinhte"), 1), LAST.minusDays(1), Audience.RESPONSIBLE, null);
        assertThat(texts.subject(tomorrow, Locale.ENGLISH)).startsWith("1 day left");
        var late = message(
                new TaskEvent.TaskOverdue(OWED.overdue("t", LAST, "xa1.kinhte"), LAST.plusDays(1)), LAST.plusDays(12), Audience.STANDING, null);
        assertThat(texts.text(late, VI)).contains("đã quá 12 ngày", "do Phòng Kinh tế chủ trì");
    }

    @Test
    void a_task_without_a_day_or_with_one_that_is_past_says_so() {
        var message = message(new TaskEvent.TaskAssigned(OWED.task("t", null, "xa1.kinhte")), LAST, Audience.RESPONSIBLE, null);
        assertThat(texts.text(message, VI)).contains("không ấn định ngày");
        var past = message(new TaskEvent.TaskAssigned(OWED.task("t", LocalDate.of(1969, 12, 31), "xa1.kinhte")), LAST, Audience.RESPONSIBLE, null);
        assertThat(texts.text(past, VI)).contains("ngày 31/12/1969, đã qua");
        var returned = message(new TaskEvent.CompletionReturned(OWED.task("t", null, "xa1.kinhte")), LAST, Audience.RESPONSIBLE, null);
        assertThat(texts.text(returned, VI)).contains("không ấn định");
    }

    @Test
    void what_was_overdue_before_entry_is_asked_for_its_real_result() {
        var late = OWED.lateFromTheStart("t", LAST, "xa1.kinhte");
        var message = message(new TaskEvent.TaskOverdue(late, LAST.plusDays(1)), LAST.plusDays(40), Audience.RESPONSIBLE, null);
        assertThat(texts.subject(message, VI)).startsWith("Đề nghị cho biết kết quả thực tế (hạn 05/11/2026");
        assertThat(texts.text(message, VI)).contains("ngày hoàn thành thực tế", "chỉ hỏi một lần");
    }

    @Test
    void an_ongoing_task_that_is_silent_is_named_without_a_day() {
        var stale = message(new TaskEvent.TaskStale(OWED.task("t", null, "xa1.kinhte"), LAST), LAST, Audience.RESPONSIBLE, null);
        assertThat(texts.subject(stale, VI)).isEqualTo("Lâu chưa có tin: " + Owed.TITLE);
        assertThat(texts.text(stale, VI)).contains("Đề nghị Phòng Kinh tế ghi tiến độ").doesNotContain("{");
        assertThat(texts.text(stale, Locale.ENGLISH)).contains("Phòng Kinh tế").doesNotContain("{");
    }

    /** The last step may come again and again: each is a message of its own, a redelivery is not. */
    @Test
    void a_step_that_is_repeated_is_told_each_time() {
        var task = OWED.overdue("t", LAST, "xa1.kinhte");
        var seventh = message(new TaskEvent.TaskEscalated(task, 3, 7), LAST.plusDays(7), Audience.LEADER, null);
        assertThat(message(new TaskEvent.TaskEscalated(task, 3, 7), LAST.plusDays(8), Audience.LEADER, null).id()).isEqualTo(seventh.id());
        assertThat(message(new TaskEvent.TaskEscalated(task, 3, 17), LAST.plusDays(17), Audience.LEADER, null).id()).isNotEqualTo(seventh.id());
    }

    @Test
    void what_went_up_says_whose_it_was() {
        var message = message(
                new TaskEvent.TaskAssigned(OWED.task("t", LAST, "xa1.kinhte")), LAST, Audience.RESPONSIBLE, PROVINCE.unit("xa1.kinhte"));
        assertThat(texts.text(message, VI)).contains("vì Phòng Kinh tế hiện chưa có chức danh nào nhận được");
    }

    @Test
    void periods_are_said_as_people_say_them() {
        var periods = new Periods(bundles());
        assertThat(periods.say("2026-11", VI)).isEqualTo("tháng 11/2026");
        assertThat(periods.say("2026-Q4", VI)).isEqualTo("quý IV/2026");
        assertThat(periods.say("2026-H1", VI)).isEqualTo("6 tháng đầu năm 2026");
        assertThat(periods.say("2026", VI)).isEqualTo("năm 2026");
        assertThat(periods.say("2026-W07", VI)).isEqualTo("2026-W07");
        assertThat(periods.say("2026-H2", Locale.ENGLISH)).isEqualTo("the second half of 2026");
    }

    @Test
    void both_bundles_have_the_same_keys() {
        var vietnamese = java.util.ResourceBundle.getBundle("messages", Locale.ROOT).keySet();
        var english = java.util.ResourceBundle.getBundle("messages", Locale.ENGLISH);
        assertThat(english.keySet()).isEqualTo(vietnamese);
        assertThat(vietnamese).allSatisfy(key -> assertThat(english.getString(key)).isNotBlank());
    }

    private static Notification message(DomainEvent event, LocalDate on, Audience audience, @org.jspecify.annotations.Nullable UnitId instead) {
        var obligation = Objects.requireNonNull(Obligation.after(null, event));
        var received = new Received("e", "assignments/t", 1, 1, Instant.EPOCH, null, event);
        var to = new Recipient(new PositionId("te-p"), audience, instead);
        return Messages.of(received, Rules.of(event, on).orElseThrow(), to, obligation, obligation, on).decision().state();
    }

    private static MessageSource bundles() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames("messages");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
