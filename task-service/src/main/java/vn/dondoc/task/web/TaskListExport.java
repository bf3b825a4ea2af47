package vn.dondoc.task.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Download;
import vn.dondoc.task.planning.PublishedPlans;
import vn.dondoc.task.sheet.TaskSheet;
import vn.dondoc.task.sheet.TextWorkbook;
import vn.dondoc.task.sheet.Words;
import vn.dondoc.task.worklist.Worklist;

/** Writes a list of tasks as a workbook: the same tasks that the list shows to the same caller. */
@RestController
final class TaskListExport {

    private static final int MOST_ROWS = 10_000;

    private final Worklist worklist;
    private final Directory directory;
    private final PublishedPlans plans;
    private final DomainClock clock;
    private final Problems problems;
    private final MessageSource messages;

    TaskListExport(
            Worklist worklist, Directory directory, PublishedPlans plans, DomainClock clock, Problems problems, MessageSource messages) {
        this.worklist = worklist;
        this.directory = directory;
        this.plans = plans;
        this.clock = clock;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping("/api/tasks/export")
    @Allowed(on = Reach.SELF)
    void export(Caller caller, Locale locale, ListParameters asked, HttpServletResponse response) throws IOException {
        var filter = asked.read(new FilterReading(problems, locale));
        var many = worklist.count(caller, filter);
        if (many > MOST_ROWS) {
            throw ProblemException.of(422, "EXPORT_TOO_LONG", MOST_ROWS);
        }
        var words = new Words(messages, locale);
        var asOf = clock.instant();
        var sheet = new TaskSheet(words, directory, plans, clock.today());
        try (var workbook = new TextWorkbook()) {
            var rows = workbook.sheet(words.say("sheet.name"), words.say("sheet.title"), List.of(words.say("sheet.asOf", words.moment(asOf), many)), sheet.columns());
            worklist.each(caller, filter, MOST_ROWS, task -> rows.add(sheet.row(task)));
            var name = words.say("sheet.file") + "-" + clock.today() + ".xlsx";
            Download.send(response, name, Download.XLSX, workbook::writeTo);
        }
    }
}
