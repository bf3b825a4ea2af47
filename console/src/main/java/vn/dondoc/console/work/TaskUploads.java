package vn.dondoc.console.work;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.TaskId;

/** Files of a form go to the service first, each under a key that follows from the form's; then the body names them. */
@Component
class TaskUploads {

    private static final int MOST = 10;

    private final TaskCalls tasks;
    private final Problems problems;

    TaskUploads(TaskCalls tasks, Problems problems) {
        this.tasks = tasks;
        this.problems = problems;
    }

    /** The body with the files that were chosen; as it is where none were, or it takes none. */
    Object with(TaskId task, Object body, @Nullable List<MultipartFile> chosen, @Nullable String key) {
        var files = chosen == null ? List.<MultipartFile>of() : chosen.stream().filter(file -> !file.isEmpty()).toList();
        if (files.isEmpty()) {
            return body;
        }
        if (files.size() > MOST) {
            throw new Refused(problems.of(400, "TOO_MANY_FILES", LocaleContextHolder.getLocale()));
        }
        return switch (body) {
            case Tasks.Completion told -> new Tasks.Completion(told.note(), told.documentNumber(), told.documentDate(), told.doneOn(), told.unit(),
                    told.nothing(), told.despiteParts(), sent(task, files, key), told.figures());
            case Tasks.Progress told -> new Tasks.Progress(told.note(), told.difficulty(), told.percent(), sent(task, files, key), told.figures());
            default -> body;
        };
    }

    private List<String> sent(TaskId task, List<MultipartFile> files, @Nullable String key) {
        var ids = new ArrayList<String>();
        for (var file : files) {
            ids.add(tasks.send(task, file.getResource(), key == null ? null : key + "-" + ids.size()).id());
        }
        return ids;
    }
}
