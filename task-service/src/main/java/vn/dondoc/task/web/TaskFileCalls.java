package vn.dondoc.task.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.file.ReceivedFile;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Attaching;
import vn.dondoc.task.assignment.Standpoint;
import vn.dondoc.task.file.TaskFile;
import vn.dondoc.task.file.TaskFiles;
import vn.dondoc.task.worklist.Worklist;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Takes files that will be told with progress or completion, and hands them out to whoever sees the task. */
@RestController
@RequestMapping("/api/tasks/{id}/files")
final class TaskFileCalls {

    private final Aggregates<Assignment> assignments;
    private final TaskFiles files;
    private final Directory directory;

    TaskFileCalls(Aggregates<Assignment> assignments, TaskFiles files, Directory directory) {
        this.assignments = assignments.withHistories();
        this.files = files;
        this.directory = directory;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(on = Reach.DOING)
    ResponseEntity<Tasks.File> send(@PathVariable String id, Call call, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var task = task(id, call.caller()).state();
        Attaching.refusal(task, Standpoint.of(call.caller(), task, directory)).ifPresent(refusal -> {
            throw ProblemException.of(refusal.status(), refusal.code(), refusal.arguments().toArray());
        });
        if (file == null) {
            throw ProblemException.of(400, "FILE_MISSING");
        }
        try (var received = ReceivedFile.of(file)) {
            return ResponseEntity.status(201).body(told(files.keep(id, received, call)));
        }
    }

    @GetMapping("/{file}")
    @Allowed(on = Reach.BRANCH)
    ResponseEntity<InputStreamResource> read(@PathVariable String id, @PathVariable String file, Caller caller) {
        var task = task(id, caller);
        var found = files.of(id, List.of(file)).stream().filter(one -> belongs(one, task) || isOf(caller, one)).findFirst()
                .orElseThrow(ProblemException::notFound);
        var content = files.open(found).orElseThrow(() -> ProblemException.of(404, "FILE_LOST"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.mediaType()))
                .contentLength(found.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(found.name(), UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(content));
    }

    private Versioned<Assignment> task(String id, Caller caller) {
        return assignments.find(id, Worklist.visibleTo(caller)).orElseThrow(ProblemException::notFound);
    }

    private boolean belongs(TaskFile file, Versioned<Assignment> task) {
        return assignments.history(task).stream()
                .flatMap(told -> Attaching.in(told.entry()).stream()).anyMatch(attached -> attached.id().equals(file.id()));
    }

    /** What was sent and not told yet is its sender's. */
    private static boolean isOf(Caller caller, TaskFile file) {
        return file.person().equals(caller.person().value());
    }

    private static Tasks.File told(TaskFile file) {
        return new Tasks.File(file.id(), file.name(), file.mediaType(), file.size(), file.sha256(), file.at(), null, null);
    }
}
