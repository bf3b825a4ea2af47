package vn.dondoc.acceptance.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/** An aggregate as large as an assignment; progress is one changed field and one event. */
record Duty(
        String id, UnitId province, UnitId commune, PlanId plan, String title, List<UnitId> lead, List<UnitId> coordinating, Due due,
        LocalDate lastDay, WorkState workState, TimeClass timeClass, int percent, List<String> tokens, Instant nextBoundaryAt) {

    private static final UnitId PROVINCE = new UnitId("bench-tinh");
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    static String id(int number) {
        return "duty-%06d".formatted(number);
    }

    static UnitId commune(int number) {
        return new UnitId("bench-xa-" + number % 170);
    }

    static Decision<Duty> given(int number) {
        var commune = commune(number);
        var duty = new Duty(id(number), PROVINCE, commune, new PlanId("bench-plan-" + number % 170),
                "Rà soát, chuẩn hóa và cập nhật dữ liệu hộ tịch vào hệ thống dùng chung, đợt " + number,
                List.of(new UnitId(commune + ".vhxh")), List.of(new UnitId(commune + ".kinhte"), new UnitId(commune + ".congan")),
                new Due.By(LAST_DAY, false, false), LAST_DAY, WorkState.IN_PROGRESS, TimeClass.IN_TIME, 0,
                List.of("ra", "soat", "chuan", "hoa", "va", "cap", "nhat", "du", "lieu", "ho", "tich", "vao", "he", "thong", "dung", "chung"),
                Instant.parse("2099-12-24T17:00:00Z"));
        return Decision.accept(duty, Fact.of(new TaskEvent.TaskAssigned(duty.told()), commune));
    }

    Decision<Duty> progress() {
        var next = new Duty(id, province, commune, plan, title, lead, coordinating, due, lastDay, workState, timeClass,
                (percent + 1) % 100, tokens, nextBoundaryAt);
        return Decision.accept(next, Fact.of(new TaskEvent.ProgressRecorded(next.told()), commune));
    }

    private TaskState told() {
        return new TaskState(new TaskId(id), plan, province, commune, percent, "1", title, lead, coordinating, 5_000_000_000L, due, lastDay,
                workState, timeClass, true, false, null, null);
    }
}
