package vn.dondoc.platform.process;

import java.util.Locale;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Processes.Process;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;

/** Shows a process to those whose branch it lies in, and to whoever began it. */
@RestController
class ProcessController {

    private final Processes processes;
    private final ProcessViews views;

    ProcessController(Processes processes, ProcessViews views) {
        this.processes = processes;
        this.views = views;
    }

    @Allowed(on = Reach.BRANCH)
    @GetMapping("${dondoc.processes}/{id}")
    Process look(@PathVariable String id, Caller caller, Locale locale) {
        var within = new Criteria().orOperator(
                caller.branch().within(), Criteria.where("begun.person").is(caller.person().value()));
        return views.of(processes.find(id, within).orElseThrow(ProblemException::notFound).state(), locale);
    }
}
