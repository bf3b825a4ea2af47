package vn.dondoc.plan.publication;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.draft.Draft;
import vn.dondoc.plan.draft.DraftAccess;
import vn.dondoc.plan.draft.DraftStatus;
import vn.dondoc.plan.published.PlanQuery;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Branch;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.COMMUNE_LEADER;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;

/** Publishes drafts. */
@RestController
class PublicationController {

    private final Aggregates<Draft> drafts;
    private final DraftAccess access;
    private final Directory directory;
    private final Publishing publishing;
    private final PlanQuery plans;
    private final Problems problems;

    PublicationController(
            Aggregates<Draft> drafts, DraftAccess access, Directory directory, Publishing publishing, PlanQuery plans, Problems problems) {
        this.drafts = drafts;
        this.access = access;
        this.directory = directory;
        this.publishing = publishing;
        this.plans = plans;
        this.problems = problems;
    }

    @Allowed(value = {COMMUNE_STANDING, COMMUNE_LEADER, COMMUNE_ADMINISTRATOR}, on = Reach.PUBLISHING)
    @PostMapping("/api/plans/drafts/{id}/publication")
    @ResponseStatus(HttpStatus.CREATED)
    Plans.Plan publish(@PathVariable String id, Call call, Locale locale) {
        var within = new Criteria[] {new Criteria().orOperator(
                access.within(call.caller(), COMMUNE_STANDING, COMMUNE_LEADER), new Branch(Set.of(), withoutOthers(call.caller()), Set.of()).within())};
        var before = drafts.find(id, within).orElseThrow(() -> refused(id, call.caller())).state();
        if (before.status() == DraftStatus.OPEN) {
            readiness(before).check(before.content()).orProblem(422, "DRAFT_NOT_READY", problems, locale);
        }
        var act = call.act(null, Set.of(), before.commune());
        var today = LocalDate.ofInstant(call.at(), DomainClock.ZONE);
        var begun = drafts.change(id, act, call.expected(), within, draft -> draft.publish(before.content(), act, today)).orProblem();
        drafts.change(id, Objects.requireNonNull(begun.state().publication()).act(), publishing::carriedOut).orProblem();
        return plans.find(Objects.requireNonNull(begun.state().publication()).plan().value(), call.caller().branch())
                .orElseThrow(ProblemException::notFound);
    }

    /** An administrator sees the draft, and leaves it to those who are there by now. */
    private ProblemException refused(String id, Caller caller) {
        return drafts.find(id, access.within(caller, COMMUNE_ADMINISTRATOR)).isPresent() ? ProblemException.forbidden() : ProblemException.notFound();
    }

    /** The communes that the caller administers while nobody there could publish: those that have just begun. */
    private Set<UnitId> withoutOthers(Caller caller) {
        return caller.ownCommunes().stream().filter(commune -> caller.isIn(commune, COMMUNE_ADMINISTRATOR))
                .filter(commune -> directory.unitsOf(commune).stream().flatMap(unit -> directory.positionsIn(unit.id()).stream())
                        .noneMatch(position -> position.holder() != null && (position.role() == COMMUNE_STANDING || position.role() == COMMUNE_LEADER)))
                .collect(Collectors.toSet());
    }

    private Readiness readiness(Draft draft) {
        var known = directory.unitsOf(draft.commune()).stream().map(UnitState::id).collect(Collectors.toSet());
        return new Readiness(known::contains);
    }
}
