package vn.dondoc.console.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Reports;

/**
 * What was typed into the form of a report, or the reason of a return.
 *
 * @param line results by task, in the order of {@code task}
 */
public record ReportForm(
        boolean nothingToReport,
        @Nullable String results,
        @Nullable String difficulties,
        @Nullable String proposals,
        @Nullable List<String> task,
        @Nullable List<String> line,
        @Nullable String reason,
        @Nullable String key) {

    /** The form as it lay before the user: what was sent last time, else what is recorded of the tasks. */
    static ReportForm prefilled(Reports.Obligation obligation) {
        var sent = obligation.submission();
        return sent == null
                ? new ReportForm(false, null, null, null, null, null, null, null)
                : new ReportForm(sent.nothingToReport(), sent.results(), sent.difficulties(), sent.proposals(), null, null, null, null);
    }

    Reports.Submission submission(List<Reports.TaskLine> form) {
        var lines = form.stream()
                .map(was -> new Reports.TaskLine(was.task(), was.ordinal(), was.title(), was.timeClass(), typed(was)))
                .toList();
        return new Reports.Submission(nothingToReport, text(results), text(difficulties), text(proposals), nothingToReport ? List.of() : lines);
    }

    /** The result of a task as typed; what is recorded where the form did not hold that task. */
    public @Nullable String typed(Reports.TaskLine was) {
        var at = task == null ? -1 : task.indexOf(was.task().value());
        return at < 0 || line == null || at >= line.size() ? was.result() : text(line.get(at));
    }

    Reports.Decision decision() {
        return new Reports.Decision(text(reason));
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
