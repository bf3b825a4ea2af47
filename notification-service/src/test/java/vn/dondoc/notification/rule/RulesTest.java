package vn.dondoc.notification.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.ReportState;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.TargetEvent;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.notification.Owed;
import vn.dondoc.testing.TestProvince;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.notification.rule.Audience.DECIDING;
import static vn.dondoc.notification.rule.Audience.FOLLOWING;
import static vn.dondoc.notification.rule.Audience.FORMER;
import static vn.dondoc.notification.rule.Audience.HEAD;
import static vn.dondoc.notification.rule.Audience.LEADER;
import static vn.dondoc.notification.rule.Audience.OWED_TO;
import static vn.dondoc.notification.rule.Audience.PROVINCE;
import static vn.dondoc.notification.rule.Audience.RESPONSIBLE;
import static vn.dondoc.notification.rule.Audience.STANDING;
import static vn.dondoc.notification.rule.Urgency.CRITICAL;
import static vn.dondoc.notification.rule.Urgency.INFORMATION;
import static vn.dondoc.notification.rule.Urgency.NORMAL;

class RulesTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
    private static final Owed OWED = new Owed(new TestProvince("ru"), "kh");
    private static final TaskState TASK = OWED.task("t", LAST, "xa1.kinhte");
    private static final ReportState REPORT = OWED.report("r", LAST, ReportStatus.OPEN);

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(new TaskEvent.TaskAssigned(TASK), NORMAL, true, List.of(RESPONSIBLE)),
                Arguments.of(new TaskEvent.TaskAssigned(OWED.part("p", "t", LAST, "xa1.thon1")), NORMAL, true, List.of(RESPONSIBLE)),
                Arguments.of(new TaskEvent.TaskAssigned(OWED.occurrence("o", "t", LAST, "xa1.kinhte")), NORMAL, false, List.of(RESPONSIBLE)),
                Arguments.of(new TaskEvent.TaskDueSoon(TASK, 7), NORMAL, true, List.of(RESPONSIBLE)),
                Arguments.of(new TaskEvent.TaskOverdue(TASK, LAST.plusDays(1)), CRITICAL, true, List.of(RESPONSIBLE, STANDING, FOLLOWING)),
                Arguments.of(new TaskEvent.TaskOverdue(OWED.part("p", "t", LAST, "xa1.thon1"), LAST.plusDays(1)), CRITICAL, true,
                        List.of(RESPONSIBLE, DECIDING, FOLLOWING)),
                Arguments.of(new TaskEvent.TaskReassigned(TASK), NORMAL, true, List.of(RESPONSIBLE, FORMER)),
                Arguments.of(new TaskEvent.TaskEscalated(TASK, 1, 1), CRITICAL, true, List.of(HEAD)),
                Arguments.of(new TaskEvent.TaskEscalated(TASK, 2, 3), CRITICAL, true, List.of(STANDING)),
                Arguments.of(new TaskEvent.TaskEscalated(TASK, 3, 7), CRITICAL, true, List.of(LEADER, PROVINCE)),
                Arguments.of(new TaskEvent.CompletionSubmitted(TASK), NORMAL, false, List.of(DECIDING)),
                Arguments.of(new TaskEvent.ExtensionRequested(TASK, LAST.plusDays(9)), NORMAL, false, List.of(DECIDING)),
                Arguments.of(new TaskEvent.ExtensionGranted(TASK, LAST), NORMAL, true, List.of(RESPONSIBLE)),
                Arguments.of(new TaskEvent.ExtensionRefused(TASK, LAST.plusDays(9)), NORMAL, true, List.of(RESPONSIBLE)),
                Arguments.of(new TaskEvent.TaskReturnedToGiver(TASK), NORMAL, false, List.of(DECIDING)),
                Arguments.of(new TaskEvent.ReturnToGiverRefused(TASK), NORMAL, true, List.of(RESPONSIBLE)),
                Arguments.of(new TaskEvent.TaskCancelled(TASK, null), INFORMATION, false, List.of(RESPONSIBLE)),
                Arguments.of(new TaskEvent.TaskReopened(TASK), NORMAL, true, List.of(RESPONSIBLE)),
                Arguments.of(new TaskEvent.ExplanationRequested(TASK), CRITICAL, true, List.of(RESPONSIBLE)),
                Arguments.of(new TaskEvent.ExplanationDueSoon(TASK, 1), NORMAL, true, List.of(RESPONSIBLE)),
                Arguments.of(new TaskEvent.ExplanationOverdue(TASK, LAST.plusDays(4)), CRITICAL, true, List.of(HEAD, LEADER)),
                Arguments.of(new TaskEvent.ExplanationGiven(TASK), NORMAL, false, List.of(LEADER)),
                Arguments.of(new TaskEvent.ExplanationGiven(OWED.directed("d", LAST, "xa1.kinhte", "so")), NORMAL, false, List.of(DECIDING, LEADER)),
                Arguments.of(new TaskEvent.ExplanationOverdue(OWED.directed("d", LAST, "xa1.kinhte", "so"), LAST.plusDays(4)), CRITICAL, true,
                        List.of(HEAD, DECIDING, LEADER)),
                Arguments.of(new TaskEvent.ConclusionUnitNamed(TASK, null), NORMAL, false, List.of(RESPONSIBLE)),
                Arguments.of(new TaskEvent.TaskStale(TASK, LAST), NORMAL, true, List.of(RESPONSIBLE)),
                Arguments.of(new TaskEvent.CompletionReturned(TASK), NORMAL, true, List.of(RESPONSIBLE)),
                Arguments.of(new TaskEvent.TaskCompleted(TASK), INFORMATION, false, List.of(RESPONSIBLE, FOLLOWING)),
                Arguments.of(OWED.measured("g", "xa1.kinhte", true), INFORMATION, false, List.of(RESPONSIBLE)),
                Arguments.of(new ReportEvent.ReportRequested(REPORT), NORMAL, false, List.of(RESPONSIBLE)),
                Arguments.of(new ReportEvent.ReportDueSoon(REPORT, 3), NORMAL, true, List.of(RESPONSIBLE)),
                Arguments.of(new ReportEvent.ReportOverdue(REPORT, LAST.plusDays(1)), CRITICAL, true, List.of(RESPONSIBLE, OWED_TO)),
                Arguments.of(new ReportEvent.ReportEscalated(REPORT, 1, 1), CRITICAL, true, List.of(HEAD)),
                Arguments.of(new ReportEvent.ReportEscalated(REPORT, 2, 3), CRITICAL, true, List.of(STANDING)),
                Arguments.of(new ReportEvent.ReportEscalated(REPORT, 3, 7), CRITICAL, true, List.of(LEADER, PROVINCE)),
                Arguments.of(new ReportEvent.ReportSubmitted(REPORT), NORMAL, false, List.of(OWED_TO)),
                Arguments.of(new ReportEvent.ReportReturned(REPORT), NORMAL, true, List.of(RESPONSIBLE)));
    }

    static Stream<Arguments> explanations() {
        var report = OWED.reportToExplain("r", LAST, null, false);
        var asked = OWED.reportToExplain("r", LAST, null, true);
        var target = OWED.targetToExplain("g", LAST, null);
        return Stream.of(
                Arguments.of(new ReportEvent.ReportExplanationRequested(report), CRITICAL, true, List.of(RESPONSIBLE)),
                Arguments.of(new ReportEvent.ReportExplanationDueSoon(report, 1), NORMAL, true, List.of(RESPONSIBLE)),
                Arguments.of(new ReportEvent.ReportExplanationOverdue(report, LAST.plusDays(1)), CRITICAL, true, List.of(HEAD, OWED_TO, LEADER)),
                Arguments.of(new ReportEvent.ReportExplanationOverdue(asked, LAST.plusDays(1)), CRITICAL, true, List.of(HEAD, OWED_TO)),
                Arguments.of(new ReportEvent.ReportExplanationGiven(report), NORMAL, false, List.of(OWED_TO, LEADER)),
                Arguments.of(new ReportEvent.ReportExplanationGiven(asked), NORMAL, false, List.of(OWED_TO)),
                Arguments.of(new TargetEvent.TargetExplanationRequested(target), CRITICAL, true, List.of(RESPONSIBLE)),
                Arguments.of(new TargetEvent.TargetExplanationDueSoon(target, 1), NORMAL, true, List.of(RESPONSIBLE)),
                Arguments.of(new TargetEvent.TargetExplanationOverdue(target, LAST.plusDays(1)), CRITICAL, true, List.of(HEAD, STANDING, LEADER)),
                Arguments.of(new TargetEvent.TargetExplanationGiven(target), NORMAL, false, List.of(STANDING, LEADER)));
    }

    @ParameterizedTest
    @MethodSource({"rules", "explanations"})
    void each_event_is_told_as_the_table_says(DomainEvent event, Urgency urgency, boolean email, List<Audience> audiences) {
        var notice = Rules.of(event, LAST).orElseThrow();
        assertThat(notice.urgency()).isEqualTo(urgency);
        assertThat(notice.channels()).isEqualTo(channels(urgency, email));
        assertThat(notice.audiences()).isEqualTo(audiences);
    }

    @Test
    void what_was_late_before_it_was_entered_is_asked_for_once_and_of_its_lead_unit_only() {
        var late = OWED.lateFromTheStart("t", LAST, "xa1.kinhte");
        var told = Stream.of(new TaskEvent.TaskAssigned(late), new TaskEvent.TaskOverdue(late, LAST.plusDays(1)))
                .flatMap(event -> Rules.of(event, LAST.plusDays(40)).stream()).toList();
        assertThat(told).hasSize(1);
        var notice = told.getFirst();
        assertThat(notice.occasion()).isEqualTo(Occasion.OVERDUE_BEFORE_ENTRY);
        assertThat(notice.urgency()).isEqualTo(NORMAL);
        assertThat(notice.channels()).contains(Channel.EMAIL);
        assertThat(notice.repeatable()).isFalse();
        assertThat(notice.audiences()).containsExactly(RESPONSIBLE);
    }

    @Test
    void nobody_is_told_of_everyday_work() {
        assertThat(Rules.of(new TaskEvent.ProgressRecorded(TASK), LAST)).isEmpty();
        assertThat(Rules.of(new TaskEvent.TaskAcknowledged(TASK), LAST)).isEmpty();
        assertThat(Rules.of(new TaskEvent.ShareSubmitted(TASK, TASK.lead().getFirst()), LAST)).isEmpty();
        assertThat(Rules.of(new ReportEvent.ReportAccepted(REPORT), LAST)).isEmpty();
    }

    @Test
    void days_are_those_of_the_day_it_is_told() {
        assertThat(Rules.of(new TaskEvent.TaskDueSoon(TASK, 7), LAST.minusDays(7)).orElseThrow().days()).isEqualTo(7);
        assertThat(Rules.of(new TaskEvent.TaskDueSoon(TASK, 7), LAST.minusDays(5)).orElseThrow().days()).isEqualTo(5);
        assertThat(Rules.of(new TaskEvent.TaskDueSoon(TASK, 7), LAST.plusDays(5)).orElseThrow().days()).isZero();
        var overdue = new TaskEvent.TaskOverdue(TASK, LAST.plusDays(1));
        assertThat(Rules.of(overdue, LAST.plusDays(1)).orElseThrow().days()).isEqualTo(1);
        assertThat(Rules.of(overdue, LAST.plusDays(9)).orElseThrow().days()).isEqualTo(9);
        assertThat(Rules.of(new TaskEvent.TaskEscalated(TASK, 1, 1), LAST.plusDays(4)).orElseThrow().days()).isEqualTo(4);
    }

    @Test
    void aTaskThatGoesOnInAnotherPlanIsToldAsAssignedThereOnly() {
        assertThat(Rules.of(new TaskEvent.TaskCancelled(TASK, null, new TaskId("next")), LAST)).isEmpty();
    }

    /** What presses most may be sent on every channel that reaches a person. */
    private static Set<Channel> channels(Urgency urgency, boolean email) {
        if (urgency == CRITICAL) {
            return Set.of(Channel.INBOX, Channel.EMAIL, Channel.ZALO, Channel.SMS);
        }
        return email ? Set.of(Channel.INBOX, Channel.EMAIL) : Set.of(Channel.INBOX);
    }
}
