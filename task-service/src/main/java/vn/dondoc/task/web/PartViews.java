package vn.dondoc.task.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.part.Parts;
import vn.dondoc.task.worklist.Worklist;

/**
 * A task beside its whole and its parts. Who sees a task is told the titles and states around it; what lies outside of the own branch
 * cannot be opened.
 */
@Component
final class PartViews {

    private final Aggregates<Assignment> assignments;
    private final Parts parts;
    private final Directory directory;

    PartViews(Aggregates<Assignment> assignments, Parts parts, Directory directory) {
        this.assignments = assignments;
        this.parts = parts;
        this.directory = directory;
    }

    Tasks.@Nullable Membership membership(Assignment task, Caller caller) {
        var partOf = task.partOf();
        var whole = task.whole();
        return partOf == null ? null : new Tasks.Membership(partOf.kind(), partOf.whole(), whole == null ? null : whole.period(), doer(task, caller));
    }

    Tasks.@Nullable Whole wholeOf(Assignment task, Caller caller) {
        var partOf = task.partOf();
        return partOf == null
                ? null
                : assignments.find(partOf.whole().value())
                        .map(whole -> new Tasks.Whole(partOf.whole(), whole.state().planned().title(), isWithin(whole.state(), caller)))
                        .orElse(null);
    }

    /** @param mayGive the caller may give a part now */
    Tasks.@Nullable Parts of(Assignment task, Caller caller, boolean mayGive) {
        var found = parts.of(task);
        if (found.worstFirst().isEmpty() && !mayGive) {
            return null;
        }
        var takers = mayGive ? parts.mayTake(task).stream().map(unit -> new Tasks.UnitName(unit.id(), unit.name())).toList() : List.<Tasks.UnitName>of();
        var positions = mayGive ? parts.positionsThatMayTake(task).stream().map(this::taker).toList() : List.<Tasks.Taker>of();
        return new Tasks.Parts(found.finished(), found.all(), found.worstFirst().stream().map(part -> part(part, caller)).toList(), takers, positions);
    }

    private Tasks.Part part(Assignment part, Caller caller) {
        var membership = Objects.requireNonNull(membership(part, caller));
        return new Tasks.Part(
                part.id(), membership.kind(), membership.period(), part.planned().title(),
                part.planned().lead().stream().map(unit -> new Tasks.UnitName(unit, directory.nameOf(unit))).toList(),
                part.lastDay(), part.work().state(), part.timeClass(), isWithin(part, caller), membership.doer());
    }

    /** A position that was given up is told as a vacant one. */
    private Tasks.@Nullable Doer doer(Assignment part, Caller caller) {
        var id = part.doer();
        if (id == null) {
            return null;
        }
        var position = directory.position(id);
        return new Tasks.Doer(
                id, position.map(PositionState::title).orElse(""), position.map(PositionState::holder).isEmpty(),
                caller.held().stream().anyMatch(held -> held.position().id().equals(id)));
    }

    private Tasks.Taker taker(PositionState position) {
        return new Tasks.Taker(
                position.id(), position.title(), new Tasks.UnitName(position.unit(), directory.nameOf(position.unit())), position.holder() == null);
    }

    /** As {@link Worklist#visibleTo}, of what was read already. */
    private static boolean isWithin(Assignment task, Caller caller) {
        var concerned = Stream.concat(task.acting().stream(), task.planned().coordinating().stream()).toList();
        return caller.branch().covers(task.province(), task.commune(), concerned, task.tokens());
    }
}
