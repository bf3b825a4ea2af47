package vn.dondoc.plan.directive;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Directives;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Origin;
import vn.dondoc.contracts.event.Urgency;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Branch;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;

/** Directives that are made of conclusions and findings: given once each, and asked how they stand. */
@Component
public class PointDirectives {

    private final Aggregates<Directive> directives;
    private final Issuing issuing;
    private final PartStandings standings;
    private final Sides sides;
    private final Directory directory;

    PointDirectives(Aggregates<Directive> directives, Issuing issuing, PartStandings standings, Sides sides, Directory directory) {
        this.directives = directives;
        this.issuing = issuing;
        this.standings = standings;
        this.sides = sides;
        this.directory = directory;
    }

    /** In whose name it is given. */
    public record Giver(UnitId province, @Nullable UnitId commune, UnitId unit, @Nullable UnitId decider) {}

    /** What is given. */
    public record Matter(String content, List<UnitId> units, @Nullable Due due, @Nullable String product, Origin origin) {}

    /** Gives it and tells its parts; what was given already stays as it is. */
    public void give(DirectiveId id, Giver giver, Matter matter, Act act) {
        var given = new Directive.Given(
                id, giver.province(), giver.commune(), giver.unit(), giver.decider(), matter.content(), matter.origin().number(), matter.product(),
                Urgency.NORMAL, matter.due(), matter.origin());
        var addressed = matter.units().stream().flatMap(unit -> directory.unit(unit).stream()).map(sides::addressed).toList();
        var made = directives.create(id.value(), act, () -> Directive.issue(given, addressed, act));
        if (!(made instanceof Outcome.Refused<Directive>(var refusal) && refusal.code().equals("EXISTS"))) {
            made.orProblem();
        }
        directives.change(id.value(), act, issuing::carriedOut).orProblem();
    }

    /** How those stand, as far as that branch sees their parts. */
    public Map<DirectiveId, Directives.Figures> figures(Collection<DirectiveId> ids, Branch branch) {
        var standing = standings.of(ids);
        var figures = new HashMap<DirectiveId, Directives.Figures>();
        found(ids).forEach(directive -> figures.put(directive.id(),
                DirectiveViews.figures(DirectiveViews.visible(directive, branch).filter(DirectivePart::holds).toList(), standing)));
        return figures;
    }

    /** Whether nothing of it is open any more. */
    public boolean isFinished(DirectiveId id) {
        var standing = standings.of(List.of(id));
        return found(List.of(id)).stream().allMatch(directive -> directive.parts().stream().filter(DirectivePart::holds)
                .allMatch(part -> standing.containsKey(part.task()) && Objects.requireNonNull(standing.get(part.task())).finished()));
    }

    private List<Directive> found(Collection<DirectiveId> ids) {
        return ids.isEmpty() ? List.of() : directives.list(new Query(Criteria.where("_id").in(ids.stream().map(DirectiveId::value).toList())))
                .stream().map(Versioned::state).toList();
    }
}
