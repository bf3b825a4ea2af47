package vn.dondoc.console.work;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Processes;
import vn.dondoc.contracts.api.Successions;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.TaskId;

/** The calls of task-service. */
@Component
class TaskCalls {

    private static final ParameterizedTypeReference<Page<Tasks.TaskSummary>> LIST = new ParameterizedTypeReference<>() {};

    private static final ParameterizedTypeReference<Page<Tasks.OverdueThen>> THEN = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Tasks.LastNotes> LAST_NOTES = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Tasks.InCharge> IN_CHARGE = new ParameterizedTypeReference<>() {};
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 25;

    private final Backend backend;

    TaskCalls(Backend backend) {
        this.backend = backend;
    }

    Page<Tasks.TaskSummary> list(Query query) {
        return backend.get(Service.TASK, "/api/tasks", query, LIST);
    }

    Page<Tasks.OverdueThen> overdueOn(Query query) {
        return backend.get(Service.TASK, "/api/tasks/overdue-on", query, THEN);
    }

    Tasks.Task get(TaskId id) {
        return backend.get(Service.TASK, "/api/tasks/{id}", Tasks.Task.class, id.value());
    }

    /** All pages of a list, as far as a person could ever look. */
    List<Tasks.TaskSummary> all(Query query) {
        var all = new ArrayList<Tasks.TaskSummary>();
        String after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var found = list(query.and("limit", PAGE).and("after", after));
            all.addAll(found.items());
            after = found.next();
            if (after == null) {
                break;
            }
        }
        return all;
    }

    /** Which leaders are in charge of them. */
    List<Tasks.LedBy> inCharge(List<String> tasks) {
        return tasks.isEmpty()
                ? List.of()
                : backend.get(Service.TASK, "/api/tasks/in-charge", Query.none().with("task", tasks), IN_CHARGE).tasks();
    }

    List<Tasks.LastNote> lastNotes(List<String> tasks) {
        return tasks.isEmpty() ? List.of()
                : backend.get(Service.TASK, "/api/tasks/last-notes", Query.none().with("task", tasks), LAST_NOTES).notes();
    }

    Tasks.File send(TaskId id, Resource file, @Nullable String key) {
        return backend.upload(Service.TASK, "/api/tasks/{id}/files", file, key, Tasks.File.class, id.value());
    }

    /** Where the task comes from and goes on; null where neither can be, or it cannot be asked for: the page stands without. */
    Successions.@Nullable Succession succession(Tasks.Task task) {
        var moved = task.summary().workState() == WorkState.CANCELLED
                || task.history().stream().anyMatch(entry -> entry.type().equals("TaskMovedHere"));
        try {
            return moved ? backend.get(Service.TASK, "/api/tasks/{id}/succession", Successions.Succession.class, task.summary().id().value()) : null;
        } catch (Refused away) {
            return null;
        }
    }

    Tasks.Task acknowledge(TaskId id) {
        return backend.post(Service.TASK, "/api/tasks/{id}/acknowledgement", null, null, Tasks.Task.class, id.value());
    }

    Processes.Process act(Tasks.Acts body, String key) {
        return backend.post(Service.TASK, "/api/tasks/acts", body, key, Processes.Process.class);
    }

    Tasks.Changed act(TaskId id, TaskAction action, Object body, @Nullable String key) {
        return backend.post(Service.TASK, "/api/tasks/{id}/" + action.path(), body, key, Tasks.Changed.class, id.value());
    }
}
