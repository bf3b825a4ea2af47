package vn.dondoc.reporting.measurement;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;

/** Takes what those above ask of targets that are behind, and the answers. How long there is to answer is a setting of the commune. */
@RestController
@RequestMapping("/api/targets/{id}")
final class TargetExplanationController {

    private final Targets targets;
    private final Directory directory;
    private final TargetViews views;
    private final Problems problems;

    TargetExplanationController(Targets targets, Directory directory, TargetViews views, Problems problems) {
        this.targets = targets;
        this.directory = directory;
        this.views = views;
        this.problems = problems;
    }

    @PostMapping("/explanation-request")
    @Allowed(on = Reach.DECIDING)
    ResponseEntity<vn.dondoc.contracts.api.Targets.Target> ask(
            @PathVariable String id, Call call, Locale locale, @RequestBody Tasks.ExplanationWanted sent) {
        var target = reachable(id, call);
        require(Rights.mayAsk(call.caller(), target));
        var question = new Checks(problems, locale).words("question", sent.question());
        var days = Objects.requireNonNull(directory.settings(target.commune(), target.province()).explainWithin());
        return answer(targets.ask(command(target, call, "explanation-request", sent), views.isBehind(target), question, sent.lastDay(), days), call);
    }

    @PostMapping("/explanation")
    @Allowed(on = Reach.DOING)
    ResponseEntity<vn.dondoc.contracts.api.Targets.Target> give(
            @PathVariable String id, Call call, Locale locale, @RequestBody Tasks.ExplanationAnswer sent) {
        var target = reachable(id, call);
        require(Rights.mayMeasure(call.caller(), target));
        var words = new Checks(problems, locale).words("text", sent.text());
        return answer(targets.explain(command(target, call, "explanation", sent), words), call);
    }

    private Target reachable(String id, Call call) {
        return targets.find(id, Filter.branchOf(call.caller())).orElseThrow(ProblemException::notFound).state();
    }

    private static Targets.Command command(Target target, Call call, String what, Object body) {
        var act = call.act(List.of(what, target.id(), body), Stream.ofNullable(target.owner()).toList(), target.commune());
        return new Targets.Command(target.id().value(), act, call.expected(), Filter.branchOf(call.caller()));
    }

    private ResponseEntity<vn.dondoc.contracts.api.Targets.Target> answer(Outcome<Target> outcome, Call call) {
        var done = outcome.orProblem();
        return Versions.ok(done.version(), views.whole(done, call.caller()));
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw ProblemException.forbidden();
        }
    }
}
