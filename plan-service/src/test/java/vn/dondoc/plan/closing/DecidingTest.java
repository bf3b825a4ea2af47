package vn.dondoc.plan.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Closings;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.Carried;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.draft.Publication;
import vn.dondoc.plan.published.Plan;
import vn.dondoc.plan.rules.BrokenRule;
import vn.dondoc.plan.rules.BrokenRules;

import static org.assertj.core.api.Assertions.assertThat;

/** What may be decided about the rows of a plan that is closed, and what is carried out of it. */
class DecidingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 28);
    private static final PlanId NEXT = new PlanId("next");
    private static final List<PlannedTask> ROWS = List.of(row("t1", new Due.By(LocalDate.of(2026, 9, 30), true, true)), row("t2", null), row("t3", new Due.Ongoing()));

    @Test
    void each_row_is_decided_about_unless_something_is_said_of_the_others() {
        assertThat(codes(deciding(null, named("t1", "carry")).undecided())).containsExactly("t2 CLOSING_ROW_UNDECIDED", "t3 CLOSING_ROW_UNDECIDED");
        assertThat(deciding("carry", named("t1", "carry")).undecided().isEmpty()).isTrue();
        assertThat(deciding(null, named("t1", "carry"), named("t2", "carry"), named("t3", "carry")).undecided().isEmpty()).isTrue();
    }

    @Test
    void what_cannot_be_meant_is_named_row_by_row() {
        var broken = deciding("move", named("t1", "carry"), named("t1", "carry"), named("t2", "postpone"), named("x", "carry"),
                new Closings.Row(new TaskId("t3"), "move", new PlanId("elsewhere"), TODAY.minusDays(1))).impossible(TODAY);

        assertThat(codes(broken)).containsExactly("t1 CLOSING_ROW_TWICE", "t2 CLOSING_DECISION_UNKNOWN", "x CLOSING_ROW_UNKNOWN",
                "t3 CLOSING_TARGET_IMPOSSIBLE", "t3 CLOSING_DUE_PAST", "others CLOSING_DECISION_UNKNOWN");
        assertThat(codes(deciding("carry", named("t1", "move")).impossible(TODAY))).containsExactly("t1 CLOSING_TARGET_IMPOSSIBLE");
    }

    @Test
    void whoever_gives_rows_up_says_why() {
        assertThat(codes(deciding("cancel").impossible(TODAY))).containsExactly("reason CLOSING_REASON_MISSING");
        assertThat(codes(deciding("carry", named("t1", "cancel")).impossible(TODAY))).containsExactly("reason CLOSING_REASON_MISSING");
        assertThat(deciding("carry", named("t1", "carry")).impossible(TODAY).isEmpty()).isTrue();
    }

    @Test
    void rows_are_moved_behind_the_last_one_and_keep_their_first_day() {
        var closing = deciding("cancel", moved("t2", null), moved("t1", LocalDate.of(2027, 6, 30)))
                .closing("c", plan(), Map.of(NEXT, 11), begun());

        assertThat(closing.cancelled()).containsExactly(new TaskId("t3"));
        assertThat(closing.moved()).extracting(Move::order).containsExactly(12, 13);
        assertThat(closing.moved()).extracting(Move::successor).doesNotHaveDuplicates().doesNotContainAnyElementsOf(List.of(new TaskId("t1"), new TaskId("t2")));
        assertThat(deciding("cancel", moved("t2", null), moved("t1", LocalDate.of(2027, 6, 30))).closing("c", plan(), Map.of(NEXT, 11), begun()))
                .as("the same again").isEqualTo(closing);

        var made = closing.moved().get(1).made(ROWS.getFirst(), new Basis("36/KH-UBND", null));
        assertThat(made.carried()).isEqualTo(new Carried(new TaskId("t1"), LocalDate.of(2026, 9, 30)));
        assertThat(made.due()).isEqualTo(new Due.By(LocalDate.of(2027, 6, 30), true, false));
        assertThat(made.plan()).isEqualTo(NEXT);
        assertThat(closing.moved().getFirst().made(ROWS.get(1), new Basis(null, null)).due()).isNull();
    }

    @Test
    void what_is_moved_a_second_time_keeps_the_first_day_of_all() {
        var once = new Move(new TaskId("t1"), new TaskId("t1b"), NEXT, 0, LocalDate.of(2027, 6, 30)).made(ROWS.getFirst(), new Basis(null, null));
        var twice = new Move(once.id(), new TaskId("t1c"), new PlanId("third"), 0, LocalDate.of(2028, 6, 30)).made(once, new Basis(null, null));

        assertThat(twice.carried()).isEqualTo(new Carried(new TaskId("t1b"), LocalDate.of(2026, 9, 30)));
    }

    private static Deciding deciding(@Nullable String others, Closings.Row... rows) {
        return new Deciding(new Closings.Wanted(List.of(rows), others, null, " ", null), ROWS, Set.of(NEXT));
    }

    private static Closings.Row named(String task, String decision) {
        return new Closings.Row(new TaskId(task), decision, null, null);
    }

    private static Closings.Row moved(String task, @Nullable LocalDate due) {
        return new Closings.Row(new TaskId(task), "move", NEXT, due);
    }

    private static List<String> codes(BrokenRules broken) {
        return broken.all().stream().map((BrokenRule rule) -> rule.field() + " " + rule.code()).toList();
    }

    private static PlannedTask row(String id, @Nullable Due due) {
        return new PlannedTask(new TaskId(id), new PlanId("p"), new UnitId("tinh"), new UnitId("xa"), 0, "1", "Việc " + id, List.of(new UnitId("vp")),
                List.of(), null, null, due);
    }

    private static Publication begun() {
        return new Publication(new PlanId("p"), Instant.EPOCH, TODAY, null, null, "c");
    }

    private static Plan plan() {
        var state = new PlanState(new PlanId("p"), new UnitId("tinh"), new UnitId("xa"), "Kế hoạch", null, null, 2026, TODAY, 3, 0, 0);
        return new Plan(state.id(), state.province(), state.commune(), state.title(), null, null, 2026, TODAY, 3, 0, 0, List.of(), List.of(), List.of(),
                null, null, null, null, null, null);
    }
}
