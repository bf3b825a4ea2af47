package vn.dondoc.plan.directive;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.VietnameseOrder;
import vn.dondoc.contracts.api.Directives;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.access.Branch;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;

/** Directives as callers see them: whoever gave one sees all parts, others those of their own branch. */
@Component
class DirectiveViews {

    private final Aggregates<Directive> directives;
    private final PartStandings standings;
    private final Sides sides;
    private final Directory directory;

    DirectiveViews(Aggregates<Directive> directives, PartStandings standings, Sides sides, Directory directory) {
        this.directives = directives;
        this.standings = standings;
        this.sides = sides;
        this.directory = directory;
    }

    List<Directives.DirectiveSummary> summaries(List<Directive> found, Caller caller) {
        var standing = standings.of(found.stream().map(Directive::id).toList());
        return found.stream().map(directive -> summary(directive, standing, caller)).toList();
    }

    Directives.Directive one(Versioned<Directive> found, Caller caller) {
        var directive = found.state();
        var standing = standings.of(List.of(directive.id()));
        var reasons = reasons(directive);
        var byName = Comparator.comparing(Directives.Part::addresseeName, VietnameseOrder.NAMES);
        return new Directives.Directive(
                summary(directive, standing, caller), found.version(), directive.product(), directive.begun() != null,
                sides.of(caller, directive).isPresent(),
                visible(directive, caller.branch()).map(part -> part(part, standing.get(part.task()), reasons)).sorted(byName).toList());
    }

    private Directives.DirectiveSummary summary(Directive directive, Map<TaskId, PartStanding> standing, Caller caller) {
        return new Directives.DirectiveSummary(
                directive.id(), directive.content(), directive.number(), directive.urgency(), directive.giver(), directory.nameOf(directive.giver()),
                directive.issuedOn(), directive.due(), directive.origin(),
                figures(visible(directive, caller.branch()).filter(DirectivePart::holds).toList(), standing), isGiven(directive, caller.branch()));
    }

    static Directives.Figures figures(Collection<DirectivePart> parts, Map<TaskId, PartStanding> standing) {
        int counted = 0;
        int completed = 0;
        int submitted = 0;
        int late = 0;
        int neverOpened = 0;
        for (var part : parts) {
            var now = standing.get(part.task());
            var state = now == null ? WorkState.NOT_STARTED : now.workState();
            if (state == WorkState.CANCELLED) {
                continue;
            }
            counted++;
            completed += state == WorkState.COMPLETED ? 1 : 0;
            submitted += state == WorkState.SUBMITTED ? 1 : 0;
            late += now != null && now.late() ? 1 : 0;
            neverOpened += (now == null || !now.opened()) && (state == WorkState.NOT_STARTED || state == WorkState.IN_PROGRESS) ? 1 : 0;
        }
        return new Directives.Figures(counted, completed, submitted, late, neverOpened);
    }

    private Directives.Part part(DirectivePart part, @Nullable PartStanding now, Map<String, String> reasons) {
        return new Directives.Part(
                part.addressee(), directory.nameOf(part.addressee()), part.lead(), directory.nameOf(part.lead()), part.task(),
                now == null ? null : now.workState(), now == null ? null : now.timeClass(), now != null && now.opened(), lastDay(now),
                now == null ? null : now.submittedOn(), part.withdrawnOn(), reasons.get(part.task().value()));
    }

    private static @Nullable LocalDate lastDay(@Nullable PartStanding now) {
        return now == null ? null : now.lastDay();
    }

    /** Why parts were taken back, by their tasks. */
    private Map<String, String> reasons(Directive directive) {
        var reasons = new HashMap<String, String>();
        if (directive.parts().stream().allMatch(DirectivePart::holds)) {
            return reasons;
        }
        directives.history(directive.id().value()).stream().filter(told -> told.entry().type().equals(Directive.WITHDRAWN)).forEach(told -> {
            if (told.entry().data().get(Directive.UNITS) instanceof Collection<?> tasks) {
                tasks.forEach(task -> reasons.put(String.valueOf(task), Objects.requireNonNullElse(told.text(), "")));
            }
        });
        return reasons;
    }

    static boolean isGiven(Directive directive, Branch branch) {
        return branch.covers(directive.province(), directive.area(), List.of(directive.giver()));
    }

    static Stream<DirectivePart> visible(Directive directive, Branch branch) {
        return isGiven(directive, branch)
                ? directive.parts().stream()
                : directive.parts().stream().filter(part -> branch.covers(directive.province(), part.commune(), List.of(part.lead(), part.addressee())));
    }
}
