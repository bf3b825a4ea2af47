package vn.dondoc.notification.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.ConsolidationEvent;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.event.EventTypes;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.notification.Owed;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.rule.Audience;
import vn.dondoc.notification.rule.Recipient;
import vn.dondoc.notification.rule.Rules;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.testing.TestProvince;

import static org.assertj.core.api.Assertions.assertThat;

class MeaningTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    private final Owed owed = new Owed(new TestProvince("me"), "kh");
    private final TaskEvent dueSoon = new TaskEvent.TaskDueSoon(owed.task("t", LAST, "xa1.kinhte"), 7);
    private final TaskEvent overdue = new TaskEvent.TaskOverdue(owed.overdue("t", LAST, "xa1.kinhte"), LAST.plusDays(1));

    @Test
    void a_reminder_is_meant_while_the_task_is_open_and_in_time() {
        assertThat(Meaning.lost(cause(dueSoon), known(dueSoon), LAST)).isEmpty();
    }

    @Test
    void nothing_is_urged_after_it_was_handed_in() {
        var submitted = new TaskEvent.CompletionSubmitted(owed.submitted("t", LAST, "xa1.kinhte"));
        assertThat(Meaning.lost(cause(dueSoon), known(submitted), LAST)).contains(Meaning.FULFILLED);
        assertThat(Meaning.lost(cause(overdue), known(submitted), LAST)).contains(Meaning.FULFILLED);
        var completed = new TaskEvent.TaskCompleted(owed.done("t", LAST, "xa1.kinhte"));
        assertThat(Meaning.lost(cause(overdue), known(completed), LAST)).contains(Meaning.CLOSED);
        assertThat(Meaning.lost(cause(completed), known(completed), LAST)).isEmpty();
    }

    @Test
    void a_reminder_is_not_sent_when_it_is_late_already() {
        assertThat(Meaning.lost(cause(dueSoon), known(overdue), LAST)).contains(Meaning.OVERDUE_BY_NOW);
        assertThat(Meaning.lost(cause(dueSoon), known(dueSoon), LAST.plusDays(1))).contains(Meaning.OVERDUE_BY_NOW);
    }

    @Test
    void the_newer_reminder_takes_the_place_of_the_older() {
        var later = new TaskEvent.TaskDueSoon(owed.task("t", LAST, "xa1.kinhte"), 3);
        var progress = new TaskEvent.ProgressRecorded(owed.task("t", LAST, "xa1.kinhte"));
        var now = Obligation.after(Obligation.after(known(dueSoon), later), progress);
        assertThat(now).isNotNull();
        assertThat(Meaning.lost(cause(dueSoon), now, LAST)).contains(Meaning.NEWER_REMINDER);
        assertThat(Meaning.lost(cause(later), now, LAST)).isEmpty();
    }

    @Test
    void a_moved_deadline_makes_older_steps_pointless() {
        var moved = new TaskEvent.ProgressRecorded(owed.task("t", LAST.plusDays(30), "xa1.kinhte"));
        assertThat(Meaning.lost(cause(dueSoon), known(moved), LAST)).contains(Meaning.DEADLINE_MOVED);
        assertThat(Meaning.lost(cause(overdue), known(moved), LAST)).contains(Meaning.DEADLINE_MOVED);
    }

    @Test
    void a_result_is_to_be_examined_only_until_it_was() {
        var submitted = new ReportEvent.ReportSubmitted(owed.report("r", LAST, ReportStatus.SUBMITTED));
        var accepted = new ReportEvent.ReportAccepted(owed.report("r", LAST, ReportStatus.ACCEPTED));
        assertThat(Meaning.lost(cause(submitted), known(submitted), LAST)).isEmpty();
        assertThat(Meaning.lost(cause(submitted), known(accepted), LAST)).contains(Meaning.DECIDED);
    }

    @Test
    void a_signature_is_asked_for_only_until_it_is_there() {
        var presented = new ConsolidationEvent.ConsolidationPresented(owed.consolidation("th", "xa1", LAST));
        assertThat(Meaning.lost(cause(presented), known(presented), LAST)).isEmpty();
        for (var signed : List.of(
                new ConsolidationEvent.ConsolidationSignedOff(owed.consolidation("th", "xa1", null)),
                new ConsolidationEvent.ConsolidationCorrected(owed.consolidation("th", "xa1", null)))) {
            assertThat(Meaning.lost(cause(presented), known(signed), LAST)).contains(Meaning.DECIDED);
        }
    }

    @Test
    void an_extension_is_to_be_decided_on_only_until_it_was() {
        var asked = new TaskEvent.ExtensionRequested(owed.extension("t", LAST, 0, LAST.plusDays(20)), LAST.plusDays(20));
        var refused = new TaskEvent.ExtensionRefused(owed.extension("t", LAST, 0, null), LAST.plusDays(20));
        var granted = new TaskEvent.ExtensionGranted(owed.extension("t", LAST.plusDays(20), 1, null), LAST);
        assertThat(Meaning.lost(cause(asked), known(asked), LAST)).isEmpty();
        assertThat(Meaning.lost(cause(asked), known(refused), LAST)).contains(Meaning.DECIDED);
        assertThat(Meaning.lost(cause(asked), known(granted), LAST)).contains(Meaning.DECIDED);
        assertThat(Meaning.lost(cause(granted), known(granted), LAST)).isEmpty();
        assertThat(Meaning.lost(cause(overdue), known(granted), LAST)).contains(Meaning.DEADLINE_MOVED);
    }

    @Test
    void what_was_given_back_is_to_be_decided_on_only_until_it_was() {
        var returned = new TaskEvent.TaskReturnedToGiver(owed.givenBack("t", LAST, LAST.minusDays(9)));
        var insisted = new TaskEvent.ReturnToGiverRefused(owed.givenBack("t", LAST, null));
        var cancelled = new TaskEvent.TaskCancelled(owed.done("t", LAST, "xa1.kinhte"), null);
        assertThat(Meaning.lost(cause(returned), known(returned), LAST)).isEmpty();
        assertThat(Meaning.lost(cause(returned), known(insisted), LAST)).contains(Meaning.DECIDED);
        assertThat(Meaning.lost(cause(insisted), known(insisted), LAST)).isEmpty();
        assertThat(Meaning.lost(cause(insisted), known(cancelled), LAST)).contains(Meaning.CLOSED);
        assertThat(Meaning.lost(cause(cancelled), known(cancelled), LAST)).isEmpty();
    }

    @Test
    void an_explanation_is_asked_for_only_until_it_was_given_also_of_what_is_finished() {
        var asked = new TaskEvent.ExplanationRequested(owed.explained("t", LAST, null, WorkState.COMPLETED));
        var late = new TaskEvent.ExplanationOverdue(owed.explained("t", LAST, null, WorkState.COMPLETED), LAST.plusDays(1));
        var given = new TaskEvent.ExplanationGiven(owed.explained("t", LAST, LAST.plusDays(2), WorkState.COMPLETED));
        var cancelled = new TaskEvent.TaskCancelled(owed.explained("t", LAST, null, WorkState.CANCELLED), null);
        var again = new TaskEvent.ExplanationRequested(owed.explained("t", LAST.plusDays(9), null, WorkState.COMPLETED));
        for (var event : new TaskEvent[] {asked, late}) {
            assertThat(lost(event, asked)).isEmpty();
            assertThat(lost(event, late)).isEmpty();
            assertThat(lost(event, given)).contains(Meaning.EXPLAINED);
            assertThat(lost(event, cancelled)).contains(Meaning.EXPLAINED);
            assertThat(lost(event, again)).contains(Meaning.EXPLAINED);
        }
        assertThat(lost(given, given)).isEmpty();

        var soon = new TaskEvent.ExplanationDueSoon(owed.explained("t", LAST, null, WorkState.COMPLETED), 1);
        assertThat(lost(soon, asked)).isEmpty();
        assertThat(lost(soon, given)).contains(Meaning.EXPLAINED);
        assertThat(lost(soon, asked, LAST.plusDays(1))).contains(Meaning.OVERDUE_BY_NOW);
    }

    @Test
    void silence_is_told_only_while_it_lasts() {
        var stale = new TaskEvent.TaskStale(owed.ongoing("t", true), LAST);
        assertThat(Meaning.lost(cause(stale), known(stale), LAST)).isEmpty();
        assertThat(Meaning.lost(cause(stale), known(new TaskEvent.ProgressRecorded(owed.ongoing("t", false))), LAST)).contains(Meaning.FULFILLED);
    }

    /** By what the message itself says, as intake makes it. */
    private static java.util.Optional<String> lost(DomainEvent event, DomainEvent newest) {
        return lost(event, newest, LAST);
    }

    private static java.util.Optional<String> lost(DomainEvent event, DomainEvent newest, LocalDate today) {
        var received = new Received("e", "assignments/t", 1, 1, Instant.EPOCH, null, event);
        var to = new Recipient(new PositionId("me-p"), Audience.RESPONSIBLE, null);
        var message = Messages.of(received, Rules.of(event, LAST).orElseThrow(), to, known(event), known(event), LAST).decision().state();
        return Meaning.lost(message.cause(), known(newest), today);
    }

    private static Cause cause(DomainEvent event) {
        var obligation = known(event);
        var notice = Rules.of(event, LAST).orElseThrow();
        return new Cause(
                obligation.kind(), obligation.ref(), EventTypes.nameOf(event.getClass()), notice.number(), notice.occasion(), obligation.lastDay());
    }

    private static Obligation known(DomainEvent event) {
        var obligation = Obligation.after(null, event);
        assertThat(obligation).isNotNull();
        return obligation;
    }
}
