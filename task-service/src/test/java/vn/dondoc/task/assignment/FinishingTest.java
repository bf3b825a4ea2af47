package vn.dondoc.task.assignment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Shares;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.task.assignment.Leads.CULTURE;
import static vn.dondoc.task.assignment.Leads.ECONOMY;
import static vn.dondoc.task.assignment.Leads.POLICE;
import static vn.dondoc.task.assignment.Leads.VILLAGE;
import static vn.dondoc.task.assignment.TaskFixtures.LEADER;
import static vn.dondoc.task.assignment.TaskFixtures.OFFICER_OF_LEAD;
import static vn.dondoc.task.assignment.TaskFixtures.STANDING;
import static vn.dondoc.task.assignment.TaskFixtures.accepted;
import static vn.dondoc.task.assignment.TaskFixtures.after;
import static vn.dondoc.task.assignment.TaskFixtures.anyTask;
import static vn.dondoc.task.assignment.TaskFixtures.at;
import static vn.dondoc.task.assignment.TaskFixtures.refusal;
import static vn.dondoc.task.assignment.TaskFixtures.typesOf;

class FinishingTest {

    private static final Standpoint STANDING_THAT_LEADS = new Standpoint(true, true, false, List.of(CULTURE));

    @Test
    void of_several_all_must_finish_and_it_counts_by_the_day_of_the_last() {
        var first = submit(Leads.task(ECONOMY, POLICE), Leads.of(ECONOMY), null, "2026-11-20T08:00");
        assertThat(typesOf(first)).containsExactly("TaskAcknowledged", "ShareSubmitted");
        assertThat(accepted(first).facts().getLast().data()).containsEntry("unit", "kinhte");
        assertThat(accepted(first).facts().getLast().text()).isEqualTo("Đã xong phần việc");
        assertThat(after(first).work().state()).isEqualTo(WorkState.IN_PROGRESS);
        assertThat(after(first).work().submittedOn()).isNull();
        assertThat(after(first).told().shares()).isEqualTo(new Shares(List.of(ECONOMY), null));
        assertThat(after(first).nextBoundaryAt()).isEqualTo(at("2026-11-23T00:00"));

        var last = submit(after(first), Leads.of(POLICE), null, "2026-12-02T08:00");
        assertThat(typesOf(last)).endsWith("TaskOverdue", "TaskEscalated", "CompletionSubmitted").doesNotContain("ShareSubmitted");
        assertThat(after(last).work().state()).isEqualTo(WorkState.SUBMITTED);
        assertThat(after(last).work().submittedOn()).isEqualTo("2026-12-02");
        assertThat(after(last).timeClass()).isEqualTo(TimeClass.COMPLETED_LATE);
        assertThat(after(last).sharing().finishedBy(ECONOMY)).contains(LocalDate.parse("2026-11-20"));
    }

    @Test
    void a_unit_finishes_its_own_share_once_and_no_other() {
        var first = after(submit(Leads.task(ECONOMY, POLICE), Leads.of(ECONOMY), null, "2026-11-20T08:00"));
        assertThat(refusal(submit(first, Leads.of(ECONOMY), null, "2026-11-21T08:00"))).isEqualTo("409 SHARE_FINISHED");
        assertThat(refusal(submit(first, Leads.of(ECONOMY), POLICE, "2026-11-21T08:00"))).isEqualTo("403 OTHER_UNIT");
        assertThat(refusal(submit(first, Leads.of(ECONOMY), VILLAGE, "2026-11-21T08:00"))).isEqualTo("422 UNIT_NOT_LEAD");
        assertThat(refusal(submit(anyTask(), OFFICER_OF_LEAD, VILLAGE, "2026-11-21T08:00"))).isEqualTo("422 UNIT_NOT_LEAD");
        assertThat(typesOf(submit(anyTask(), OFFICER_OF_LEAD, ECONOMY, "2026-11-21T08:00"))).endsWith("CompletionSubmitted");
    }

    @Test
    void whoever_records_for_others_says_for_whom() {
        var task = Leads.task(ECONOMY, CULTURE);
        assertThat(refusal(submit(task, STANDING, null, "2026-11-20T08:00"))).isEqualTo("422 UNIT_REQUIRED");
        assertThat(refusal(submit(task, Leads.of(ECONOMY, CULTURE), null, "2026-11-20T08:00"))).isEqualTo("422 UNIT_REQUIRED");
        var forEconomy = after(submit(task, STANDING, ECONOMY, "2026-11-20T08:00"));
        assertThat(forEconomy.sharing().finished()).extracting(Sharing.Share::unit).containsExactly(ECONOMY);
        assertThat(forEconomy.work().opened()).isFalse();
        assertThat(typesOf(submit(forEconomy, STANDING_THAT_LEADS, null, "2026-11-20T09:00"))).endsWith("CompletionSubmitted");

        var own = after(submit(task, STANDING_THAT_LEADS, null, "2026-11-20T08:00"));
        assertThat(own.sharing().finished()).extracting(Sharing.Share::unit).containsExactly(CULTURE);
        assertThat(refusal(submit(own, STANDING_THAT_LEADS, null, "2026-11-20T09:00"))).isEqualTo("422 UNIT_REQUIRED");
        assertThat(typesOf(submit(own, Leads.of(ECONOMY, CULTURE), null, "2026-11-20T09:00"))).endsWith("CompletionSubmitted");
    }

    @Test
    void returned_all_have_to_finish_again() {
        var submitted = submitted();
        var returned = after(Commands.giveBack(submitted, LEADER, "Thiếu phụ lục", at("2026-11-22T08:00")));
        assertThat(returned.sharing()).isNull();
        assertThat(returned.told().shares()).isNull();
        assertThat(typesOf(submit(returned, Leads.of(ECONOMY), null, "2026-11-23T08:00"))).endsWith("ShareSubmitted");
    }

    @Test
    void the_product_is_the_one_that_a_share_brought_last() {
        var report = new Tasks.Completion("Đã trình", "05/BC-UBND", LocalDate.parse("2026-11-18"));
        var first = after(Commands.submit(Leads.task(ECONOMY, POLICE), Leads.of(ECONOMY), report, at("2026-11-20T08:00")));
        assertThat(first.work().evidence()).isNotNull();
        assertThat(after(submit(first, Leads.of(POLICE), null, "2026-11-21T08:00")).work().evidence()).isEqualTo(first.work().evidence());
    }

    @Test
    void where_one_concludes_only_its_completion_submits() {
        var named = Finishing.conclude(Leads.task(ECONOMY, POLICE, CULTURE), STANDING_THAT_LEADS, POLICE, at("2026-10-05T08:00"));
        assertThat(typesOf(named)).containsExactly("ConclusionUnitNamed");
        assertThat(after(named).told().shares()).isEqualTo(new Shares(List.of(), POLICE));
        assertThat(after(named).work().state()).isEqualTo(WorkState.NOT_STARTED);
        assertThat(Finishing.conclude(after(named), LEADER, POLICE, at("2026-10-05T09:00"))).isInstanceOf(Decision.Unchanged.class);

        var share = after(submit(after(named), Leads.of(ECONOMY), null, "2026-11-20T08:00"));
        assertThat(share.work().state()).isEqualTo(WorkState.IN_PROGRESS);
        var concluded = after(submit(share, Leads.of(POLICE), null, "2026-11-21T08:00"));
        assertThat(concluded.work().state()).isEqualTo(WorkState.SUBMITTED);
        assertThat(concluded.work().submittedOn()).isEqualTo("2026-11-21");

        var returned = after(Commands.giveBack(concluded, LEADER, "Thiếu phụ lục", at("2026-11-22T08:00")));
        assertThat(returned.told().shares()).isEqualTo(new Shares(List.of(), POLICE));
    }

    @Test
    void a_unit_named_late_has_to_conclude_yet_and_naming_none_leaves_the_shares() {
        var share = after(submit(Leads.task(ECONOMY, POLICE), Leads.of(ECONOMY), null, "2026-11-20T08:00"));
        var named = after(Finishing.conclude(share, LEADER, ECONOMY, at("2026-11-21T08:00")));
        assertThat(named.told().shares()).isEqualTo(new Shares(List.of(), ECONOMY));
        assertThat(named.work().state()).isEqualTo(WorkState.IN_PROGRESS);
        var other = after(Finishing.conclude(share, LEADER, POLICE, at("2026-11-21T08:00")));
        assertThat(after(Finishing.conclude(other, STANDING, null, at("2026-11-22T08:00"))).told().shares()).isEqualTo(new Shares(List.of(ECONOMY), null));
    }

    @Test
    void who_names_the_concluding_unit_and_when() {
        var task = Leads.task(ECONOMY, POLICE);
        assertThat(refusal(Finishing.conclude(task, Leads.of(ECONOMY), ECONOMY, at("2026-10-05T08:00")))).isEqualTo("403 FORBIDDEN");
        assertThat(refusal(Finishing.conclude(task, LEADER, VILLAGE, at("2026-10-05T08:00")))).isEqualTo("422 UNIT_NOT_LEAD");
        assertThat(refusal(Finishing.conclude(anyTask(), LEADER, ECONOMY, at("2026-10-05T08:00")))).isEqualTo("409 SINGLE_LEAD");
        assertThat(refusal(Finishing.conclude(submitted(), LEADER, ECONOMY, at("2026-11-22T08:00")))).isEqualTo("409 TASK_SUBMITTED");
    }

    @Test
    void a_lead_that_drops_out_leaves_the_task_submitted_since_the_last_of_the_others() {
        var share = after(submit(Leads.task(ECONOMY, POLICE, CULTURE), Leads.of(ECONOMY), null, "2026-11-20T08:00"));
        var both = after(submit(share, Leads.of(POLICE), null, "2026-11-24T08:00"));
        var amended = Amending.amend(both, Leads.ledBy(List.of(ECONOMY, POLICE)), 2, at("2026-12-03T08:00"));
        assertThat(typesOf(amended)).endsWith("TaskReassigned", "CompletionSubmitted");
        assertThat(after(amended).work().submittedOn()).isEqualTo("2026-11-24");
        assertThat(after(amended).timeClass()).isEqualTo(TimeClass.COMPLETED_IN_TIME);

        var alone = Amending.amend(share, Leads.ledBy(List.of(ECONOMY)), 2, at("2026-11-22T08:00"));
        assertThat(after(alone).work().state()).isEqualTo(WorkState.SUBMITTED);
        assertThat(after(alone).sharing()).isNull();
        var others = after(Amending.amend(share, Leads.ledBy(List.of(POLICE, VILLAGE)), 2, at("2026-11-22T08:00")));
        assertThat(others.work().state()).isEqualTo(WorkState.IN_PROGRESS);
        assertThat(others.sharing()).isNull();
    }

    @Test
    void an_heir_has_finished_only_what_each_that_it_took_over_had() {
        var share = after(submit(Leads.task(ECONOMY, POLICE, CULTURE), Leads.of(ECONOMY), null, "2026-11-20T08:00"));
        var half = after(Reassigning.toHeirs(share, unit -> unit.equals(POLICE) ? ECONOMY : unit, at("2026-11-22T08:00")));
        assertThat(half.planned().lead()).containsExactly(ECONOMY, CULTURE);
        assertThat(half.sharing()).isNull();

        var heir = after(Reassigning.toHeirs(share, unit -> unit.equals(ECONOMY) ? VILLAGE : unit, at("2026-11-22T08:00")));
        assertThat(heir.sharing().finishedBy(VILLAGE)).contains(LocalDate.parse("2026-11-20"));

        var two = after(submit(share, Leads.of(POLICE), null, "2026-11-21T08:00"));
        var merged = after(Reassigning.toHeirs(two, unit -> unit.equals(POLICE) ? ECONOMY : unit, at("2026-11-22T08:00")));
        assertThat(merged.sharing().finished()).containsExactly(new Sharing.Share(ECONOMY, LocalDate.parse("2026-11-21")));
        var whole = Reassigning.toHeirs(merged, unit -> unit.equals(CULTURE) ? ECONOMY : unit, at("2026-11-23T08:00"));
        assertThat(typesOf(whole)).as("what the third had to do is the heir's now").endsWith("TaskReassigned");
        assertThat(after(whole).work().state()).isEqualTo(WorkState.IN_PROGRESS);
    }

    @Test
    void the_heir_of_the_concluding_unit_concludes_and_without_one_all_finish() {
        var named = after(Finishing.conclude(Leads.task(ECONOMY, POLICE, CULTURE), LEADER, POLICE, at("2026-10-05T08:00")));
        var share = after(submit(named, Leads.of(ECONOMY), null, "2026-11-20T08:00"));
        var heir = after(Reassigning.toHeirs(share, unit -> unit.equals(POLICE) ? ECONOMY : unit, at("2026-11-22T08:00")));
        assertThat(heir.told().shares()).isEqualTo(new Shares(List.of(), ECONOMY));

        var amended = after(Amending.amend(share, Leads.ledBy(List.of(ECONOMY, CULTURE)), 2, at("2026-11-22T08:00")));
        assertThat(amended.told().shares()).isEqualTo(new Shares(List.of(ECONOMY), null));
        assertThat(amended.work().state()).isEqualTo(WorkState.IN_PROGRESS);
    }

    @Test
    void what_is_offered_is_what_is_taken() {
        var share = after(submit(Leads.task(ECONOMY, POLICE), Leads.of(ECONOMY), null, "2026-11-20T08:00"));
        assertThat(Rights.offered(share, Leads.of(ECONOMY))).contains(Command.PROGRESS).doesNotContain(Command.COMPLETION, Command.CONCLUSION_UNIT);
        assertThat(Rights.offered(share, Leads.of(POLICE))).contains(Command.COMPLETION);
        assertThat(Rights.offered(share, STANDING)).contains(Command.COMPLETION, Command.CONCLUSION_UNIT);
        assertThat(Rights.offered(anyTask(), STANDING)).contains(Command.COMPLETION).doesNotContain(Command.CONCLUSION_UNIT);
        assertThat(Finishing.mayFinish(share, Leads.of(POLICE), POLICE)).isTrue();
        assertThat(Finishing.mayFinish(share, Leads.of(ECONOMY), POLICE)).isFalse();
        assertThat(Finishing.mayFinish(share, STANDING, ECONOMY)).isFalse();
    }

    private static Assignment submitted() {
        var first = after(submit(Leads.task(ECONOMY, POLICE), Leads.of(ECONOMY), null, "2026-11-20T08:00"));
        return after(submit(first, Leads.of(POLICE), null, "2026-11-21T08:00"));
    }

    private static Decision<Assignment> submit(Assignment task, Standpoint who, @Nullable UnitId unit, String when) {
        return Commands.submit(task, who, Leads.done(unit), at(when));
    }
}
