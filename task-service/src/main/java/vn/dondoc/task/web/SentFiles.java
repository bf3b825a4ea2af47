package vn.dondoc.task.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.task.assignment.Attaching;
import vn.dondoc.task.file.TaskFile;
import vn.dondoc.task.file.TaskFiles;

/** The files that a body names: each must have been sent to that task before. */
@Component
final class SentFiles {

    private final TaskFiles files;
    private final Problems problems;

    SentFiles(TaskFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** @throws ProblemException 400 for more than ten, or for one that is not there */
    List<Attaching.Named> of(String task, @Nullable List<String> ids, Locale locale) {
        if (ids == null || ids.isEmpty()) {
            return List.of();
        }
        if (ids.size() > Attaching.MOST) {
            throw wrong("FILES_TOO_MANY_AT_ONCE", locale, Attaching.MOST);
        }
        var found = files.of(task, ids);
        if (found.size() != ids.stream().distinct().count()) {
            throw wrong("FILE_UNKNOWN", locale);
        }
        return found.stream().map(TaskFile::named).toList();
    }

    private ProblemException wrong(String code, Locale locale, Object... arguments) {
        return ProblemException.withErrors(400, "VALIDATION", List.of(new Problem.FieldError("files", code, problems.text(code, locale, arguments))));
    }
}
