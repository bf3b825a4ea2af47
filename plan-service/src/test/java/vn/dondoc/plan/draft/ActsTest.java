package vn.dondoc.plan.draft;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.DraftAct;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;

import static org.assertj.core.api.Assertions.assertThat;

/** What one stroke of a reviewer makes of a content. */
class ActsTest {

    private static final UnitId POLICE = new UnitId("ca");
    private static final UnitId OFFICE = new UnitId("kt");
    private static final UnitId VILLAGE = new UnitId("t1");

    private final BrokenRules broken = new BrokenRules();
    private final Plans.Content was = new Plans.Content(
            new Plans.Heading("KH", null, null, "Kế hoạch", null, 2026, null),
            List.of(task("t1", "Lắp biển chỉ dẫn", OFFICE, new Due.By(LocalDate.of(2026, 6, 30), false, false))),
            List.of(target("c1", "Nhóm một", false), target("c2", "Nhóm một", false), target("c3", null, true)),
            List.of(new Plans.RuleRow("r1", Frequency.QUARTERLY, 20, null, true, null, "Các thôn", "Phòng Kinh tế", List.of(), OFFICE, false, null)),
            List.of(duty("d1", POLICE, "Giữ gìn an ninh mạng./."), duty("d2", OFFICE, "Bố trí kinh phí;"), duty("d3", null, "Tuyên truyền.")),
            List.of());

    @Test
    void duties_become_tasks_in_one_stroke_with_their_words_and_their_unit() {
        var now = decided(new DraftAct.DecideDuties(List.of("d1", "d2"), false, "task", new Due.Ongoing(), null, null, null, null, null), was);
        assertThat(now.tasks()).extracting(Plans.TaskRow::row).containsExactly("t1", "t2", "t3");
        assertThat(now.tasks()).extracting(Plans.TaskRow::title).containsExactly("Lắp biển chỉ dẫn", "Giữ gìn an ninh mạng", "Bố trí kinh phí");
        assertThat(now.tasks().get(1).lead()).extracting(Plans.NamedUnit::unit).containsExactly(POLICE);
        assertThat(now.tasks().get(1).due()).isEqualTo(new Due.Ongoing());
        assertThat(now.duties()).extracting(Plans.Duty::became).containsExactly("t2", "t3", null);
        assertThat(now.duties()).extracting(Plans.Duty::decision).containsExactly("task", "task", null);
    }

    @Test
    void another_decision_takes_away_what_came_of_the_first() {
        var tasks = decided(new DraftAct.DecideDuties(List.of(), true, "task", null, VILLAGE, null, null, null, null), was);
        assertThat(tasks.tasks()).hasSize(4).last().satisfies(row -> assertThat(row.lead()).extracting(Plans.NamedUnit::unit).containsExactly(VILLAGE));
        var target = decided(new DraftAct.DecideDuties(List.of("d1"), false, "target", null, null, "Số vụ việc", "<=", BigDecimal.TWO, "vụ"), tasks);
        assertThat(target.tasks()).extracting(Plans.TaskRow::row).containsExactly("t1", "t3", "t4");
        assertThat(target.targets()).last().satisfies(row -> {
            assertThat(row.name()).isEqualTo("Số vụ việc");
            assertThat(row.operator()).isEqualTo("<=");
            assertThat(row.owner()).isNotNull().extracting(Plans.NamedUnit::unit).isEqualTo(POLICE);
        });
        var open = decided(new DraftAct.DecideDuties(List.of("d1", "d2", "d3"), false, "open", null, null, null, null, null, null), target);
        assertThat(open).isEqualTo(was);
    }

    @Test
    void the_rest_is_watched_and_what_was_decided_stays() {
        var dropped = decided(new DraftAct.DecideDuties(List.of("d2"), false, "dropped", null, null, null, null, null, null), was);
        var now = decided(new DraftAct.DecideDuties(List.of(), true, "watched", null, null, null, null, null, null), dropped);
        assertThat(now.duties()).extracting(Plans.Duty::decision).containsExactly("watched", "dropped", "watched");
        assertThat(now.tasks()).isEqualTo(was.tasks());
    }

    @Test
    void a_stroke_that_says_nothing_sensible_is_refused() {
        new Duties(broken, UnitId::value).decided(was, new DraftAct.DecideDuties(List.of("d9"), false, "task", null, null, null, null, null, null));
        new Duties(broken, UnitId::value).decided(was, new DraftAct.DecideDuties(List.of(), false, "later", null, null, null, null, null, null));
        new Duties(broken, UnitId::value).decided(was, new DraftAct.DecideDuties(List.of("d1", "d2"), false, "target", null, null, "Tên", null, BigDecimal.ONE, null));
        new TaskParts(broken).split(was, new DraftAct.SplitTask("t1", List.of("Một phần", " ")));
        new TaskParts(broken).merged(was, new DraftAct.MergeTasks("t1", "t1"));
        new Described(broken).described(was, new DraftAct.DescribeTargets(List.of("c9"), false, null, null, null), UnitId::value);
        assertThat(broken.all()).extracting(rule -> rule.code()).containsExactly(
                "ROW_UNKNOWN", "DECISION_UNKNOWN", "SELECTION_EMPTY", "TARGET_INVALID", "TITLE_FOR_MANY", "SPLIT_NEEDS_PARTS", "ROW_UNKNOWN", "ROW_UNKNOWN");
    }

    @Test
    void targets_are_described_for_one_or_for_all_and_what_is_left_out_stays() {
        var all = new Described(broken).described(was, new DraftAct.DescribeTargets(List.of(), true, OFFICE, "Hệ thống một cửa", null), unit -> "Phòng Kinh tế");
        assertThat(all.targets()).extracting(row -> row.owner() == null ? null : row.owner().name()).containsExactly("Phòng Kinh tế", "Phòng Kinh tế", null);
        var one = new Described(broken).described(all, new DraftAct.DescribeTargets(List.of("c2"), false, null, " ", Frequency.MONTHLY), UnitId::value);
        assertThat(one.targets()).extracting(Plans.TargetRow::rhythm).containsExactly(null, Frequency.MONTHLY, null);
        assertThat(one.targets()).extracting(Plans.TargetRow::dataSource).containsExactly("Hệ thống một cửa", "Hệ thống một cửa", null);
        assertThat(broken.isEmpty()).isTrue();
    }

    @Test
    void a_task_is_split_and_put_together_again() {
        var parts = new TaskParts(broken).split(was, new DraftAct.SplitTask("t1", List.of("Khảo sát vị trí", "Lắp biển")));
        assertThat(parts.tasks()).extracting(Plans.TaskRow::title).containsExactly("Khảo sát vị trí", "Lắp biển");
        assertThat(parts.tasks()).extracting(Plans.TaskRow::row).containsExactly("t1", "t2");
        assertThat(parts.tasks().get(1).due()).isEqualTo(was.tasks().getFirst().due());
        var other = task("t3", "Kiểm tra", POLICE, new Due.By(LocalDate.of(2026, 9, 30), false, false));
        var whole = new TaskParts(broken).merged(Rows.withTasks(parts, List.of(parts.tasks().get(1), other)), new DraftAct.MergeTasks("t2", "t3"));
        assertThat(whole.tasks()).singleElement().satisfies(row -> {
            assertThat(row.title()).isEqualTo("Lắp biển; Kiểm tra");
            assertThat(row.lead()).extracting(Plans.NamedUnit::unit).containsExactly(OFFICE, POLICE);
            assertThat(row.due()).isEqualTo(new Due.By(LocalDate.of(2026, 9, 30), false, false));
        });
    }

    @Test
    void a_name_is_settled_in_every_row_that_carries_it() {
        var collective = List.of(new Plans.NamedUnit("Các thôn", null, List.of(VILLAGE)), new Plans.NamedUnit("Phòng Kinh tế", OFFICE, List.of()));
        var before = Rows.withTasks(was, List.of(Rows.withUnits(was.tasks().getFirst(), collective, List.of(new Plans.NamedUnit("CÁC THÔN", null, List.of())))));
        var now = new SettledNames("các thôn", List.of(VILLAGE, OFFICE)).in(before);
        assertThat(now.tasks().getFirst().lead()).extracting(Plans.NamedUnit::unit).containsExactly(VILLAGE, OFFICE);
        assertThat(now.tasks().getFirst().coordinating()).extracting(Plans.NamedUnit::unit).containsExactly(VILLAGE, OFFICE);
        assertThat(now.reporting().getFirst().owedBy()).as("the recipient owes nothing to itself").containsExactly(VILLAGE);
        assertThat(now.duties()).extracting(Plans.Duty::lead).isEqualTo(was.duties().stream().map(Plans.Duty::lead).toList());
    }

    @Test
    void the_last_change_is_taken_back_and_brought_back() {
        var after = decided(new DraftAct.DecideDuties(List.of("d1"), false, "task", null, null, null, null, null, null), was);
        var shuffled = new Plans.Content(after.document(), List.of(after.tasks().get(1)), after.targets(), List.of(), after.duties(), List.of("Nơi khác"));
        var back = LastChange.between(after, shuffled);
        assertThat(back.rows().targets()).as("only what changed is kept").isEmpty();
        assertThat(back.restored(shuffled)).isEqualTo(after);
        assertThat(LastChange.between(shuffled, after).restored(after)).isEqualTo(shuffled);
    }

    @Test
    void measures_and_objectives_are_decided_like_duties_each_by_the_rest_of_its_list() {
        var open = withOthers(was);
        var named = decided(new DraftAct.DecideDuties(List.of("m1", "o1"), false, "task", new Due.Ongoing(), OFFICE, null, null, null, null), open);
        assertThat(named.tasks()).extracting(Plans.TaskRow::title).containsExactly("Lắp biển chỉ dẫn", "Đẩy mạnh tuyên truyền", "Người dân được phục vụ tốt hơn");
        assertThat(named.tasks().get(1).lead()).as("a unit that the document does not name goes by its own name").extracting(Plans.NamedUnit::name).containsExactly("kt");
        assertThat(named.measures()).extracting(Plans.Duty::became).containsExactly("t2", null);

        var duties = decided(new DraftAct.DecideDuties(List.of(), true, "watched", null, null, null, null, null, null), open);
        assertThat(DutyPart.all(duties)).extracting(Plans.Duty::decision).containsExactly("watched", "watched", "watched", null, null, null);
        var measures = decided(new DraftAct.DecideDuties(List.of(), true, "dropped", null, null, null, null, null, null, "measures"), named);
        assertThat(DutyPart.all(measures)).extracting(Plans.Duty::decision).containsExactly(null, null, null, "task", "dropped", "task");
        var all = decided(new DraftAct.DecideDuties(List.of(), true, "watched", null, null, null, null, null, null, "all"), measures);
        assertThat(DutyPart.all(all)).extracting(Plans.Duty::decision).containsExactly("watched", "watched", "watched", "task", "dropped", "task");
        assertThat(LastChange.between(open, all).restored(all)).isEqualTo(open);
        assertThat(ChangedRows.between(open, measures)).contains("m1", "m2", "o1", "t2", "t3");
        assertThat(decided(new DraftAct.DecideDuties(List.of("m1", "m2", "o1"), false, "open", null, null, null, null, null, null), measures)).isEqualTo(open);

        new Duties(broken, UnitId::value).decided(open, new DraftAct.DecideDuties(List.of(), true, "watched", null, null, null, null, null, null, "wishes"));
        assertThat(broken.all()).singleElement().satisfies(rule -> assertThat(rule.code()).isEqualTo("PART_UNKNOWN"));
    }

    @Test
    void what_nobody_decided_yet_is_split_and_put_together() {
        var open = withOthers(was);
        var parts = new TaskParts(broken).split(open, new DraftAct.SplitTask("m1", List.of("Phát thanh", "Phát tờ rơi")));
        assertThat(parts.measures()).extracting(row -> row.row() + " " + row.text()).containsExactly("m1 Phát thanh", "m3 Phát tờ rơi", "m2 Cải tiến quy trình");
        assertThat(parts.measures()).extracting(Plans.Duty::heading).containsOnly("III. GIẢI PHÁP");
        var merged = new TaskParts(broken).merged(parts, new DraftAct.MergeTasks("m1", "m2"));
        assertThat(merged.measures()).extracting(Plans.Duty::text).containsExactly("Phát thanh Cải tiến quy trình", "Phát tờ rơi");
        assertThat(broken.isEmpty()).isTrue();
        new TaskParts(broken).merged(open, new DraftAct.MergeTasks("m1", "o1"));
        new TaskParts(broken).split(decided(new DraftAct.DecideDuties(List.of("d1"), false, "watched", null, null, null, null, null, null), open, false), new DraftAct.SplitTask("d1", List.of("Một", "Hai")));
        assertThat(broken.all()).as("of different lists, and decided").extracting(rule -> rule.code()).containsOnly("ROW_UNKNOWN");
    }

    private static Plans.Content withOthers(Plans.Content content) {
        var measures = List.of(other("m1", "III. GIẢI PHÁP", "Đẩy mạnh tuyên truyền;"), other("m2", "III. GIẢI PHÁP", "Cải tiến quy trình"));
        return DutyPart.OBJECTIVES.with(DutyPart.MEASURES.with(content, measures), List.of(other("o1", "I. MỤC TIÊU", "Người dân được phục vụ tốt hơn.")));
    }

    private static Plans.Duty other(String row, String heading, String text) {
        return new Plans.Duty(row, "", List.of(), text, null, null, null, heading);
    }

    private Plans.Content decided(DraftAct.DecideDuties act, Plans.Content content) {
        return decided(act, content, true);
    }

    private Plans.Content decided(DraftAct.DecideDuties act, Plans.Content content, boolean nothingBroken) {
        var now = new Duties(broken, UnitId::value).decided(content, act);
        assertThat(broken.isEmpty()).isEqualTo(nothingBroken);
        return now;
    }

    private static Plans.TaskRow task(String row, String title, UnitId lead, Due due) {
        return new Plans.TaskRow(
                row, "1", title, List.of(new Plans.NamedUnit(lead.value(), lead, List.of())), List.of(), null, null, due, null, false, false, 1, null, null);
    }

    private static Plans.TargetRow target(String row, @Nullable String group, boolean dropped) {
        return new Plans.TargetRow(row, group, "Tỷ lệ", ">=", BigDecimal.TEN, "%", null, null, null, dropped, 1, null);
    }

    private static Plans.Duty duty(String row, @Nullable UnitId unit, String text) {
        return new Plans.Duty(row, "Đơn vị", List.of(new Plans.NamedUnit("Đơn vị", unit, List.of())), text, null, null, null);
    }
}
