package vn.dondoc.reporting.submission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.reporting.facts.StoredFact;

/**
 * The lines of a report: the tasks of its plan that its unit leads, as they stand now.
 *
 * @param lines in the order of the plan
 */
record Form(List<Reports.TaskLine> lines) {

    private static final String TASK = "task/";

    static Form of(List<StoredFact> tasks) {
        return new Form(tasks.stream().flatMap(task -> line(task).stream()).toList());
    }

    /** With the results that a unit gave, where it gave any. */
    List<Reports.TaskLine> with(@Nullable List<Reports.TaskLine> given) {
        var results = results(given);
        return lines.stream()
                .map(line -> new Reports.TaskLine(line.task(), line.ordinal(), line.title(), line.timeClass(), results.get(line.task())))
                .toList();
    }

    /** Only the lines that say something, their texts and time classes as they are here, whatever the caller sent. */
    List<Reports.TaskLine> answered(@Nullable List<Reports.TaskLine> given) {
        return with(given).stream().filter(line -> line.result() != null).toList();
    }

    boolean has(TaskId task) {
        return lines.stream().anyMatch(line -> line.task().equals(task));
    }

    private static Map<TaskId, String> results(@Nullable List<Reports.TaskLine> given) {
        var results = new HashMap<TaskId, String>();
        if (given != null) {
            given.forEach(line -> {
                var result = Texts.orNull(line.result());
                if (result != null) {
                    results.put(line.task(), result);
                }
            });
        }
        return results;
    }

    private static Optional<Reports.TaskLine> line(StoredFact fact) {
        return Optional.ofNullable(fact.line()).map(text -> new Reports.TaskLine(
                new TaskId(fact.id().substring(TASK.length())), text.ordinal(), text.title(), text.timeClass(), null));
    }
}
