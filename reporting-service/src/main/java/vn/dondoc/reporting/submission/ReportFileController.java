package vn.dondoc.reporting.submission;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.file.FileStore;
import vn.dondoc.platform.file.ReceivedFile;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Download;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.reporting.obligation.Obligation;
import vn.dondoc.reporting.obligation.Obligations;
import vn.dondoc.reporting.obligation.ReportFile;

/** Files that go with a report: taken while it is written, handed out to whoever sees it. */
@RestController
@RequestMapping("/api/reports/{id}/files")
class ReportFileController {

    private final Obligations obligations;
    private final FileStore files;
    private final Views views;

    ReportFileController(Obligations obligations, FileStore reportFiles, Views views) {
        this.obligations = obligations;
        this.files = reportFiles;
        this.views = views;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(on = Reach.DOING)
    ResponseEntity<Reports.Obligation> attach(@PathVariable String id, Call call, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var report = reachable(id, call.caller());
        if (!Rights.maySubmit(call.caller(), report)) {
            throw ProblemException.forbidden();
        }
        if (file == null) {
            throw ProblemException.of(400, "FILE_MISSING");
        }
        try (var received = ReceivedFile.of(file)) {
            var act = call.act(List.of("file", report.id(), received.name(), received.sha256()), List.of(report.unit()), report.commune());
            var command = new Obligations.Command(id, act, call.expected(), Filter.branchOf(call.caller()));
            var outcome = files.keeping(received, new Document("report", id), content -> obligations.attach(command, new ReportFile(
                    call.newId("report-file"), received.name(), received.kind().mediaType(), received.size(), received.sha256(), content, call.at().truncatedTo(ChronoUnit.MILLIS))),
                    (answer, _) -> answer instanceof Outcome.Done<Obligation>(_, var repeated) && !repeated);
            var done = outcome.orProblem();
            return Versions.ok(done.version(), views.whole(done, call.caller()));
        }
    }

    @GetMapping("/{file}")
    @Allowed(on = Reach.BRANCH)
    ResponseEntity<InputStreamResource> read(@PathVariable String id, @PathVariable String file, Caller caller) {
        var found = reachable(id, caller).attached().stream().filter(one -> one.id().equals(file)).findFirst().orElseThrow(ProblemException::notFound);
        var content = files.open(found.content()).orElseThrow(() -> ProblemException.of(404, "FILE_LOST"));
        return Download.of(found.name(), found.mediaType(), found.size(), content);
    }

    private Obligation reachable(String id, Caller caller) {
        return obligations.find(id, Filter.branchOf(caller)).orElseThrow(ProblemException::notFound).state();
    }
}
