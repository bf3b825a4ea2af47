package vn.dondoc.task.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Download;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.dossier.Dossiers;
import vn.dondoc.task.sheet.Words;
import vn.dondoc.task.worklist.Worklist;

/** Hands out the file of a task to whoever sees the task. */
@RestController
final class DossierCalls {

    private final Aggregates<Assignment> assignments;
    private final Dossiers dossiers;
    private final DomainClock clock;
    private final Problems problems;
    private final MessageSource messages;

    DossierCalls(Aggregates<Assignment> assignments, Dossiers dossiers, DomainClock clock, Problems problems, MessageSource messages) {
        this.assignments = assignments.withHistories();
        this.dossiers = dossiers;
        this.clock = clock;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping("/api/tasks/{id}/dossier")
    @Allowed(on = Reach.BRANCH)
    void dossier(
            @PathVariable String id, @RequestParam(required = false) @Nullable String asOf, Caller caller, Locale locale, HttpServletResponse response)
            throws IOException {
        var found = assignments.find(id, Worklist.visibleTo(caller)).orElseThrow(ProblemException::notFound);
        var reading = new FilterReading(problems, locale);
        var wanted = reading.day("asOf", asOf);
        reading.finish();
        var day = Objects.requireNonNullElse(wanted, clock.today());
        if (day.isAfter(clock.today())) {
            throw ProblemException.of(422, "DAY_AHEAD");
        }
        var ready = dossiers.of(found.state().id(), assignments.history(found), day, new Words(messages, locale))
                .orElseThrow(() -> ProblemException.of(422, "NOT_ASSIGNED_YET"));
        var planned = found.state().planned();
        var named = Download.nameOf(planned.ordinal() == null ? planned.title() : planned.ordinal() + " " + planned.title());
        Download.send(response, "ho-so-" + named + "-" + day + ".zip", "application/zip", ready::writeTo);
    }
}
