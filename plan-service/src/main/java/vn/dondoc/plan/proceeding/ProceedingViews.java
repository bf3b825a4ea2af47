package vn.dondoc.plan.proceeding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Directives;
import vn.dondoc.contracts.api.Proceedings;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.ProceedingKind;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.directive.PointDirectives;
import vn.dondoc.platform.access.Branch;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;

/** Meetings and inspections as callers see them: whoever takes part in a meeting sees all its conclusions, others what speaks to their units. */
@Component
class ProceedingViews {

    private final Aggregates<Proceeding> proceedings;
    private final PointDirectives directives;
    private final Writers writers;
    private final Directory directory;

    ProceedingViews(Aggregates<Proceeding> proceedings, PointDirectives directives, Writers writers, Directory directory) {
        this.proceedings = proceedings;
        this.directives = directives;
        this.writers = writers;
        this.directory = directory;
    }

    Proceedings.ProceedingSummary summary(Proceeding proceeding, Branch branch) {
        var points = visible(proceeding, branch).toList();
        return new Proceedings.ProceedingSummary(
                proceeding.id(), proceeding.kind(), proceeding.title(), proceeding.number(), proceeding.heldOn(), proceeding.owner(),
                directory.nameOf(proceeding.owner()), points.size(), (int) points.stream().filter(point -> point.closedOn() == null).count());
    }

    Proceedings.Proceeding one(Versioned<Proceeding> found, Caller caller) {
        var proceeding = found.state();
        var points = visible(proceeding, caller.branch()).toList();
        var figures = directives.figures(points.stream().map(Point::directive).filter(Objects::nonNull).toList(), caller.branch());
        var reasons = reasons(proceeding);
        return new Proceedings.Proceeding(
                summary(proceeding, caller.branch()), found.version(), proceeding.place(), proceeding.chair(), names(proceeding.participants()),
                takesPart(proceeding, caller.branch()) ? proceeding.agenda() : List.of(),
                points.stream().map(point -> point(point, figures, reasons)).toList(), proceeding.begun() != null,
                writers.of(caller, proceeding).isPresent());
    }

    private Proceedings.Point point(Point point, Map<DirectiveId, Directives.Figures> figures, Map<String, String> reasons) {
        var directive = point.directive();
        var standing = directive == null ? null : figures.get(directive);
        return new Proceedings.Point(
                point.id(), point.text(), names(point.units()), point.due(), point.product(), directive, standing, point.closedOn(),
                reasons.get(point.id()));
    }

    private Map<String, String> reasons(Proceeding proceeding) {
        var reasons = new HashMap<String, String>();
        if (proceeding.points().stream().anyMatch(point -> point.closedOn() != null)) {
            proceedings.history(proceeding.id().value()).stream().filter(told -> told.entry().type().equals(Proceeding.POINT_CLOSED) && told.text() != null)
                    .forEach(told -> reasons.put(String.valueOf(told.entry().data().get(Proceeding.POINT)), Objects.requireNonNull(told.text())));
        }
        return reasons;
    }

    private List<Tasks.UnitName> names(List<UnitId> units) {
        return units.stream().map(unit -> new Tasks.UnitName(unit, directory.nameOf(unit))).toList();
    }

    private Stream<Point> visible(Proceeding proceeding, Branch branch) {
        return takesPart(proceeding, branch) ? proceeding.points().stream() : proceeding.points().stream().filter(point -> isWithin(point.units(), branch));
    }

    /** On the side of whoever wrote it, or of those who sat in a meeting. */
    private boolean takesPart(Proceeding proceeding, Branch branch) {
        return branch.covers(proceeding.province(), proceeding.area(), List.of(proceeding.owner()))
                || proceeding.kind() == ProceedingKind.MEETING && isWithin(proceeding.participants(), branch);
    }

    private boolean isWithin(List<UnitId> units, Branch branch) {
        return units.stream().anyMatch(unit -> branch.units().contains(unit)
                || directory.unit(unit).map(known -> known.commune()).filter(branch.communes()::contains).isPresent());
    }
}
