package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.PartOf;
import vn.dondoc.contracts.event.TaskEvent.TaskDelegated;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.task.assignment.TaskFixtures.LEADER;
import static vn.dondoc.task.assignment.TaskFixtures.OFFICER_OF_LEAD;
import static vn.dondoc.task.assignment.TaskFixtures.STANDING;
import static vn.dondoc.task.assignment.TaskFixtures.STRANGER;
import static vn.dondoc.task.assignment.TaskFixtures.accepted;
import static vn.dondoc.task.assignment.TaskFixtures.after;
import static vn.dondoc.task.assignment.TaskFixtures.anyTask;
import static vn.dondoc.task.assignment.TaskFixtures.assigned;
import static vn.dondoc.task.assignment.TaskFixtures.at;
import static vn.dondoc.task.assignment.TaskFixtures.refusal;
import static vn.dondoc.task.assignment.TaskFixtures.taskDue;
import static vn.dondoc.task.assignment.TaskFixtures.typesOf;

class DelegatingTest {

    private static final PositionId DEPUTY = new PositionId("pho-truong-phong");
    private static final PositionId VILLAGE_HEAD = new PositionId("truong-thon");
    private static final Takers MAY_TAKE = new Takers(
            List.of(new UnitId("thon1"), new UnitId("congan")), Map.of(DEPUTY, new UnitId("kinhte"), VILLAGE_HEAD, new UnitId("thon1")));
    private static final Instant NOW = at("2026-10-05T08:00");
    private static final Standpoint LEADS_THE_WHOLE = new Standpoint(false, false, false, false, List.of(), true);
    private static final Standpoint LEADS_THE_PART = new Standpoint(true, false, false, false, List.of(), false);
    private static final Standpoint STANDING_BESIDE = new Standpoint(false, true, false, false, List.of(), false);
    private static final Standpoint LEADER_ABOVE = new Standpoint(false, false, true, false, List.of(), false);

    @Test
    void the_whole_tells_what_the_part_is_and_the_part_is_made_of_that() {
        var told = delegated("thon1", PartKind.DELEGATED, "2026-11-20");
        assertThat(typesOf(told)).containsExactly("TaskAcknowledged", "TaskDelegated");
        assertThat(after(told).work().state()).isEqualTo(WorkState.NOT_STARTED);

        var part = partOf(told);
        assertThat(part.partOf()).isEqualTo(new PartOf(new TaskId("t1"), PartKind.DELEGATED, null, null));
        assertThat(part.planned().lead()).containsExactly(new UnitId("thon1"));
        assertThat(part.planned().title()).isEqualTo("Rà soát của thôn");
        assertThat(part.planned().plan()).isEqualTo(anyTask().planned().plan());
        assertThat(part.givers()).containsExactly(new UnitId("kinhte"));
        assertThat(part.lastDay()).isEqualTo("2026-11-20");
        assertThat(part.nextBoundaryAt()).isEqualTo(at("2026-11-13T00:00"));
    }

    @Test
    void without_a_day_of_its_own_it_is_due_with_the_whole() {
        assertThat(partOf(delegated("thon1", null, null)).lastDay()).isEqualTo("2026-11-30");
        var ongoing = Assigning.assign(taskDue(new Due.Ongoing()), NOW, 1).state();
        assertThat(partOf(Delegating.delegate(ongoing, OFFICER_OF_LEAD, wanted("thon1", null, null), new TaskId("p1"), MAY_TAKE, NOW)).planned().due())
                .isEqualTo(new Due.Ongoing());
    }

    @ParameterizedTest
    @CsvSource({
        "thon2,  delegated,    2026-11-20, 422 PART_UNIT",
        "kinhte, delegated,    2026-11-20, 422 PART_UNIT",
        "thon1,  coordination, 2026-11-20, 422 PART_UNIT_NOT_COORDINATING",
        "thon1,  delegated,    2026-12-01, 422 PART_AFTER_WHOLE",
        "thon1,  delegated,    2026-10-04, 422 PART_DAY_PAST"
    })
    void what_does_not_fit_is_refused(String unit, String kind, String lastDay, String why) {
        assertThat(refusal(delegated(unit, PartKind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)), lastDay))).isEqualTo(why);
    }

    @Test
    void a_coordinating_unit_gets_a_part_of_its_own() {
        var part = partOf(delegated("congan", PartKind.COORDINATION, null));
        assertThat(part.partOf().kind()).isEqualTo(PartKind.COORDINATION);
        assertThat(partOf(delegated("thon1", PartKind.DELEGATED, "2026-11-30")).lastDay()).as("the same day is not after it").isEqualTo("2026-11-30");
    }

    @Test
    void a_position_gets_a_part_also_one_of_the_unit_that_gives_it() {
        var inside = partOf(given("kinhte", DEPUTY));
        assertThat(inside.doer()).isEqualTo(DEPUTY);
        assertThat(inside.planned().lead()).containsExactly(new UnitId("kinhte"));
        assertThat(inside.isWithinUnit()).isTrue();
        assertThat(inside.told().partOf()).isEqualTo(inside.partOf());
        var below = partOf(given("thon1", VILLAGE_HEAD));
        assertThat(below.isWithinUnit()).isFalse();
        assertThat(below.givers()).containsExactly(new UnitId("kinhte"));

        assertThat(refusal(given("congan", VILLAGE_HEAD))).as("of another unit").isEqualTo("422 PART_POSITION");
        assertThat(refusal(given("kinhte", new PositionId("ai")))).isEqualTo("422 PART_POSITION");
    }

    @Test
    void only_whoever_it_was_given_to_opens_it_by_looking_at_it() {
        var inside = partOf(given("kinhte", DEPUTY));
        var beside = new Standpoint(true, false, false, false, List.of(), false, false, false);
        assertThat(Commands.acknowledge(inside, beside, NOW)).isEqualTo(Decision.unchanged());
        assertThat(typesOf(Commands.acknowledge(inside, OFFICER_OF_LEAD, NOW))).containsExactly("TaskAcknowledged");
        assertThat(typesOf(Commands.recordProgress(inside, beside, Stories.PROGRESS, NOW))).containsExactly("TaskAcknowledged", "ProgressRecorded");
    }

    @Test
    void given_to_other_units_it_is_no_positions_any_more() {
        var giver = new Standpoint(true, false, false, false, List.of(), true, false, false);
        var other = after(Giving.reassign(partOf(given("kinhte", DEPUTY)), giver, new Units(List.of(new UnitId("thon1")), List.of()), _ -> true, "Nghỉ thai sản", NOW));
        assertThat(other.doer()).isNull();
        assertThat(other.partOf().whole()).isEqualTo(new TaskId("t1"));
        var merged = after(Reassigning.toHeirs(partOf(given("kinhte", DEPUTY)), _ -> new UnitId("vhxh"), NOW));
        assertThat(merged.doer()).as("a position moves with its unit").isEqualTo(DEPUTY);
    }

    private static Decision<Assignment> given(String unit, PositionId position) {
        return Delegating.delegate(
                anyTask(), OFFICER_OF_LEAD, new Tasks.Delegation(null, new UnitId(unit), "Soạn dự thảo", null, position), new TaskId("p1"), MAY_TAKE, NOW);
    }

    @Test
    void only_who_leads_or_writes_for_it_gives_parts_and_only_before_completion() {
        for (var who : List.of(LEADER, STRANGER, LEADS_THE_WHOLE)) {
            assertThat(refusal(delegate(anyTask(), who))).isEqualTo("403 NOT_LEAD");
        }
        assertThat(typesOf(delegate(anyTask(), STANDING))).containsExactly("TaskDelegated");
        assertThat(refusal(delegate(anyTask(WorkState.SUBMITTED), OFFICER_OF_LEAD))).isEqualTo("409 TASK_SUBMITTED");
        assertThat(refusal(delegate(anyTask(WorkState.COMPLETED), OFFICER_OF_LEAD))).isEqualTo("409 TASK_COMPLETED");
    }

    @Test
    void whoever_leads_the_whole_decides_and_nobody_else() {
        var done = after(Commands.submit(part(), LEADS_THE_PART, Stories.DONE, NOW));
        for (var who : List.of(LEADS_THE_PART, STANDING_BESIDE, LEADER_ABOVE)) {
            assertThat(refusal(Commands.accept(done, who, null, NOW))).isEqualTo("403 FORBIDDEN");
            assertThat(refusal(Commands.giveBack(done, who, "Thiếu", NOW))).isEqualTo("403 FORBIDDEN");
        }
        assertThat(refusal(Commands.accept(done, new Standpoint(true, true, false, false, List.of(), false), null, NOW))).isEqualTo("403 OWN_UNIT");
        assertThat(typesOf(Commands.accept(done, LEADS_THE_WHOLE, null, NOW))).containsExactly("TaskCompleted");
        assertThat(typesOf(Commands.giveBack(done, LEADS_THE_WHOLE, "Thiếu", NOW))).containsExactly("CompletionReturned");
        assertThat(Rights.offered(done, LEADS_THE_WHOLE)).containsExactly(
                Command.ACCEPTANCE, Command.RETURN, Command.CANCELLATION, Command.COMMENT, Command.PARTICULARS, Command.STEPS, Command.FOLLOWING);
        assertThat(refusal(Commands.recordProgress(part(), LEADS_THE_WHOLE, Stories.PROGRESS, NOW))).isEqualTo("403 NOT_LEAD");
    }

    @Test
    void a_part_is_extended_within_its_whole_only() {
        assertThat(refusal(Extending.ask(part(), LEADS_THE_PART, LocalDate.parse("2026-12-01"), "Chờ thiết bị", NOW))).isEqualTo("422 PART_AFTER_WHOLE");
        var asked = after(Extending.ask(part(), LEADS_THE_PART, LocalDate.parse("2026-11-30"), "Chờ thiết bị", NOW));
        assertThat(refusal(Extending.grant(asked, LEADER_ABOVE, null, null, NOW))).isEqualTo("403 FORBIDDEN");
        assertThat(refusal(Extending.grant(asked, LEADS_THE_WHOLE, LocalDate.parse("2026-12-01"), null, NOW))).isEqualTo("422 PART_AFTER_WHOLE");
        assertThat(after(Extending.grant(asked, LEADS_THE_WHOLE, null, null, NOW)).lastDay()).isEqualTo("2026-11-30");
    }

    @Test
    void a_whole_is_not_done_while_parts_are_open_unless_it_says_so() {
        assertThat(refusal(Delegating.submit(anyTask(), OFFICER_OF_LEAD, Stories.DONE, () -> 2, 0, NOW))).isEqualTo("409 PARTS_OPEN");
        assertThat(refusal(Delegating.submit(anyTask(), STRANGER, Stories.DONE, () -> 2, 0, NOW))).isEqualTo("403 NOT_LEAD");
        var despite = new Tasks.Completion("Xong", null, null, null, null, null, true, null);
        assertThat(after(Delegating.submit(anyTask(), OFFICER_OF_LEAD, despite, () -> 2, 0, NOW)).work().state()).isEqualTo(WorkState.SUBMITTED);
        assertThat(after(Delegating.submit(anyTask(), OFFICER_OF_LEAD, Stories.DONE, () -> 0, 0, NOW)).work().state()).isEqualTo(WorkState.SUBMITTED);
    }

    @Test
    void a_whole_that_is_moved_earlier_takes_its_parts_along_and_one_that_moves_later_does_not() {
        var earlier = assigned("2026-11-10", "2026-10-01T08:00");
        var capped = Partaking.follow(part(), earlier, 5, NOW);
        assertThat(typesOf(capped)).containsExactly("DeadlineMoved");
        assertThat(accepted(capped).facts().getFirst().data()).containsEntry("before", "2026-11-20");
        assertThat(after(capped).lastDay()).isEqualTo("2026-11-10");
        assertThat(after(capped).deadline().revision()).isEqualTo(2);
        assertThat(after(capped).nextBoundaryAt()).isEqualTo(at("2026-11-03T00:00"));
        assertThat(Partaking.follow(after(capped), earlier, 5, NOW)).isEqualTo(Decision.unchanged());
        assertThat(Partaking.follow(after(capped), anyTask(), 4, NOW)).as("what was read before").isEqualTo(Decision.unchanged());

        var later = after(Partaking.follow(after(capped), assigned("2026-12-31", "2026-10-01T08:00"), 6, NOW));
        assertThat(later.lastDay()).isEqualTo("2026-11-10");
        assertThat(after(Extending.ask(later, LEADS_THE_PART, LocalDate.parse("2026-12-31"), "Chờ", NOW)).extension().asked()).isEqualTo("2026-12-31");

        var late = Partaking.follow(part(), assigned("2026-10-04", "2026-10-01T08:00"), 5, NOW);
        assertThat(typesOf(late)).containsExactly("DeadlineMoved", "TaskOverdue");
        var done = after(Commands.submit(part(), LEADS_THE_PART, Stories.DONE, NOW));
        assertThat(after(Partaking.follow(done, earlier, 5, NOW)).lastDay()).as("judged by the day that held").isEqualTo("2026-11-20");
    }

    @Test
    void a_whole_that_is_given_up_gives_its_parts_up() {
        var given = after(Amending.withdraw(anyTask(), taskDue("2026-11-30"), 2, NOW));
        var part = Partaking.follow(part(), given, 5, NOW);
        assertThat(typesOf(part)).containsExactly("TaskCancelled");
        assertThat(after(part).nextBoundaryAt()).isNull();
        var accepted = after(Commands.accept(after(Commands.submit(part(), LEADS_THE_PART, Stories.DONE, NOW)), LEADS_THE_WHOLE, null, NOW));
        assertThat(Partaking.follow(accepted, given, 5, NOW)).isEqualTo(Decision.unchanged());
    }

    @Test
    void other_lead_units_of_the_whole_decide_from_then_on() {
        var merged = after(Reassigning.toHeirs(anyTask(), unit -> new UnitId("kinhte").equals(unit) ? new UnitId("vhxh") : unit, NOW));
        var followed = Partaking.follow(part(), merged, 5, NOW);
        assertThat(typesOf(followed)).containsExactly(Partaking.WHOLE_CHANGED);
        assertThat(after(followed).givers()).containsExactly(new UnitId("vhxh"));
        var own = after(Reassigning.toHeirs(part(), _ -> new UnitId("kinhte"), NOW));
        assertThat(own.givers()).as("as one unit with the giver it is decided on like any task").isEmpty();
    }

    private static Assignment part() {
        return partOf(delegated("thon1", PartKind.DELEGATED, "2026-11-20"));
    }

    private static Decision<Assignment> delegate(Assignment task, Standpoint who) {
        return Delegating.delegate(task, who, wanted("thon1", null, "2026-11-20"), new TaskId("p1"), MAY_TAKE, NOW);
    }

    private static Decision<Assignment> delegated(String unit, @Nullable PartKind kind, @Nullable String lastDay) {
        return Delegating.delegate(anyTask(), OFFICER_OF_LEAD, wanted(unit, kind, lastDay), new TaskId("p1"), MAY_TAKE, NOW);
    }

    private static Tasks.Delegation wanted(String unit, @Nullable PartKind kind, @Nullable String lastDay) {
        return new Tasks.Delegation(kind, new UnitId(unit), "Rà soát của thôn", lastDay == null ? null : LocalDate.parse(lastDay));
    }

    /** As the history keeps it. */
    private static Assignment partOf(Decision<Assignment> told) {
        var data = accepted(told).facts().getLast().data();
        return Delegating.part(EventJson.mapper().convertValue(data, TaskDelegated.class), 3, NOW).orElseThrow().state();
    }
}
