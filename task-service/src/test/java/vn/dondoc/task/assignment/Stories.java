package vn.dondoc.task.assignment;

import java.time.LocalDate;
import vn.dondoc.contracts.api.Tasks;

/** What people say in tests. */
final class Stories {

    static final Tasks.Progress PROGRESS = new Tasks.Progress("Đã khảo sát 12/30 thôn", null, 40);
    static final Tasks.Completion DONE = new Tasks.Completion("Đã ban hành", "05/BC-UBND", LocalDate.parse("2026-10-03"));

    private Stories() {}
}
