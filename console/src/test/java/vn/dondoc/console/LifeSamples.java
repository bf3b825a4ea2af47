package vn.dondoc.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;

/** Invented tasks between their giver and their lead unit. */
final class LifeSamples {

    private static final LocalDate ASSIGNED = LocalDate.of(2026, 11, 2);

    private LifeSamples() {}

    /** Adds them to the answers of the services: t-8 was overdue before entry, t-9 waits for its giver, t-10 was accepted by itself. */
    static void answers(StandIn services) {
        services.on("GET /api/tasks/t-8", beforeEntry()).on("GET /api/tasks/t-9", returned()).on("GET /api/tasks/t-10", silentlyAccepted());
        for (var command : List.of("return-to-giver", "insistence", "reassignment", "cancellation", "reopening", "comment", "completion")) {
            for (var id : List.of("t-8", "t-9", "t-10")) {
                services.on("POST /api/tasks/" + id + "/" + command, new Tasks.Changed(returned().summary(), 5, List.of()));
            }
        }
    }

    static Tasks.Task beforeEntry() {
        var plain = Samples.task("t-8", "8", "Kiện toàn Tổ công nghệ số cộng đồng các thôn", TimeClass.OVERDUE, WorkState.NOT_STARTED, LocalDate.of(2026, 9, 30), -51, true);
        return task(with(plain, true, new Tasks.Days(ASSIGNED, ASSIGNED.plusDays(3), 3, null, null, null)),
                List.of("progress", "completion", "extension", "return-to-giver", "comment"), List.of(entry("TaskAssigned", null, null)));
    }

    static Tasks.Task returned() {
        var plain = Samples.task("t-9", "9", "Lắp đặt camera giám sát tại các điểm công cộng", TimeClass.DUE_SOON, WorkState.NOT_STARTED, LocalDate.of(2026, 11, 23), 3, false);
        return task(with(plain, false, new Tasks.Days(ASSIGNED, ASSIGNED, 0, ASSIGNED.plusDays(1), null, null)),
                List.of("insistence", "reassignment", "cancellation", "comment"),
                List.of(entry("TaskAssigned", null, null), entry("TaskReturnedToGiver", "Công chức văn phòng", "Thuộc chức năng của Công an xã")));
    }

    static Tasks.Task silentlyAccepted() {
        var plain = Samples.task("t-10", "10", "Niêm yết bộ thủ tục hành chính", TimeClass.COMPLETED_IN_TIME, WorkState.COMPLETED, LocalDate.of(2026, 11, 23), null, false);
        return task(with(plain, true, new Tasks.Days(ASSIGNED, ASSIGNED.plusDays(1), 1, null, null, LocalDate.of(2026, 9, 20))),
                List.of("reopening", "comment"),
                List.of(entry("CompletionSubmitted", "Công chức văn phòng", "Đã niêm yết"), entry("TaskCompleted", null, null),
                        entry("CommentMade", "Trưởng Công an xã", "Đã kiểm tra tại chỗ")));
    }

    private static Tasks.Task task(Tasks.TaskSummary summary, List<String> actions, List<Tasks.Entry> history) {
        return new Tasks.Task(summary, 4, null, null, null, null, null, history, actions);
    }

    static Tasks.TaskSummary with(Tasks.TaskSummary s, boolean overdueBeforeEntry, Tasks.Days days) {
        return new Tasks.TaskSummary(s.id(), s.plan(), s.commune(), s.communeName(), s.ordinal(), s.title(), s.lead(), s.coordinating(), s.due(), s.lastDay(),
                s.daysLeft(), s.workState(), s.timeClass(), s.opened(), overdueBeforeEntry, s.submittedOn(), s.extension(), s.explanation(), s.shares(), s.mayAct(), days, s.plannedDay(), s.news(), s.part());
    }

    private static Tasks.Entry entry(String type, String position, String note) {
        return new Tasks.Entry(type, Instant.parse("2026-11-03T02:00:00Z"), position == null ? null : new vn.dondoc.contracts.id.PositionId("pos-3"),
                position, position == null ? null : "Văn phòng HĐND và UBND", note);
    }
}
