package vn.dondoc.reporting.submission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.reporting.facts.StoredFact;

/**
 * The lines of a report: the tasks of its plan that its unit leads, and the targets that it answers for, as they stand now; or what a
 * campaign asks.
 *
 * @param lines in the order of the plan
 * @param figures the same
 */
record Form(List<Reports.TaskLine> lines, List<Reports.FigureLine> figures, List<Reports.Question> questions, boolean isOfSystem) {

    private static final String TASK = "task/";
    private static final Set<String> PLAIN = Set.of("results", "difficulties", "proposals", "matters", "next-steps");
    private static final String OF_TASK = "task-";
    private static final String OF_TARGET = "target-";
    private static final String OF_QUESTION = "question-";

    static Form of(List<StoredFact> tasks, List<Reports.FigureLine> figures, List<Reports.Question> questions, boolean isOfSystem) {
        return new Form(tasks.stream().flatMap(task -> line(task).stream()).toList(), figures, questions, isOfSystem);
    }

    /** The figures that were told, their words as they are here, whatever the caller sent. */
    List<Reports.FigureLine> told(@Nullable List<Reports.FigureLine> given) {
        if (given == null) {
            return List.of();
        }
        return figures.stream().flatMap(own -> given.stream().filter(one -> one.target().equals(own.target()) && one.value() != null).limit(1)
                .map(one -> new Reports.FigureLine(
                        own.target(), own.name(), own.operator(), own.goal(), own.unit(), one.value(), one.estimated(),
                        one.lastYear() == null ? own.lastYear() : one.lastYear(), own.arithmetic(), own.weight()))).toList();
    }

    boolean hasFigure(TargetId target) {
        return figures.stream().anyMatch(line -> line.target().equals(target));
    }

    /** What was answered to each question, by the words of the question. */
    List<Reports.QuestionAnswer> answers(@Nullable List<Reports.QuestionAnswer> given) {
        return questions.stream().map(question -> new Reports.QuestionAnswer(question.text(), given == null
                ? null
                : given.stream().filter(one -> question.text().equals(one.text())).findFirst().map(one -> Texts.orNull(one.answer())).orElse(null))).toList();
    }

    /** The names of its sections, under which what is being written is kept. */
    boolean hasSection(String name) {
        return PLAIN.contains(name)
                || name.startsWith(OF_TASK) && lines.stream().anyMatch(line -> name.equals(OF_TASK + line.task()))
                || name.startsWith(OF_TARGET) && figures.stream().anyMatch(line -> name.equals(OF_TARGET + line.target()))
                || name.startsWith(OF_QUESTION) && IntStream.range(0, questions.size()).anyMatch(at -> name.equals(OF_QUESTION + at));
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
