package vn.dondoc.plan.amendment;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** A duty that a changed version says in other words is the task that was made of it. */
class RewordedTest {

    private static final UnitId COMMUNE = new UnitId("c1");

    private final Change<PlannedTask, Plans.TaskRow> removed = removed("t1", "Kiểm tra, xử lý các trường hợp lấn chiếm vỉa hè");

    @Test
    void much_the_same_words_change_the_task() {
        var duty = duty("Kiểm tra, xử lý nghiêm các trường hợp lấn chiếm vỉa hè, lòng đường.", null);

        var changes = Reworded.in(content(duty), List.of(removed));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(ChangeKind.CHANGED);
            assertThat(change.key()).isEqualTo("t1");
            assertThat(change.fields()).containsExactly("title");
            assertThat(change.after()).isNotNull().satisfies(row -> {
                assertThat(row.title()).isEqualTo(duty.text());
                assertThat(row.due()).isEqualTo(new Due.By(LocalDate.of(2026, 6, 30), false, false));
            });
        });
    }

    @Test
    void other_work_and_what_became_a_task_leave_it_removed() {
        var other = duty("Tuyên truyền, vận động Nhân dân chấp hành pháp luật về đất đai.", null);
        var taken = duty("Kiểm tra, xử lý nghiêm các trường hợp lấn chiếm vỉa hè, lòng đường.", "t9");

        assertThat(Reworded.in(content(other, taken), List.of(removed))).containsExactly(removed);
    }

    @Test
    void one_duty_is_one_task() {
        var duty = duty("Kiểm tra, xử lý nghiêm các trường hợp lấn chiếm vỉa hè.", null);
        var less = removed("t2", "Kiểm tra các trường hợp lấn chiếm vỉa hè, mái che");

        assertThat(Reworded.in(content(duty), List.of(less, removed))).extracting(Change::kind).containsExactly(ChangeKind.REMOVED, ChangeKind.CHANGED);
    }

    private static Change<PlannedTask, Plans.TaskRow> removed(String id, String title) {
        var task = new PlannedTask(
                new TaskId(id), new PlanId("p1"), COMMUNE, COMMUNE, 0, null, title, List.of(COMMUNE), List.of(), null, null,
                new Due.By(LocalDate.of(2026, 6, 30), false, false));
        return new Change<>(id, ChangeKind.REMOVED, List.of(), task, null);
    }

    private static Plans.Duty duty(String text, String became) {
        return new Plans.Duty("d1", "Công an", List.of(), text, null, became, null, null);
    }

    private static Plans.Content content(Plans.Duty... duties) {
        return new Plans.Content(new Plans.Heading(null, null, null, null, null, null, null), List.of(), List.of(), List.of(), List.of(duties), List.of());
    }
}
