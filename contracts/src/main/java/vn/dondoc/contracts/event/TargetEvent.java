package vn.dondoc.contracts.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened to the measuring of a target. Each event carries the state after it. */
public sealed interface TargetEvent extends DomainEvent {

    TargetState target();

    /** It is measured as its plan has it now: published, amended, given up, or another unit answers for it. */
    record TargetTracked(TargetState target) implements TargetEvent {}

    /** Somebody decided how its figure comes about. */
    record TargetDefined(TargetState target) implements TargetEvent {}

    /** @param corrects what was told of the same period before; null where nothing was */
    record TargetMeasured(TargetState target, TargetFigure measured, @Nullable TargetFigure corrects) implements TargetEvent {}

    /** Somebody above asks why it is behind. */
    record TargetExplanationRequested(TargetState target) implements TargetEvent {}

    /** @param daysLeft days from the boundary to the last day to explain in time */
    record TargetExplanationDueSoon(TargetState target, int daysLeft) implements TargetEvent {}

    /** @param since the first day after the last day to explain in time */
    record TargetExplanationOverdue(TargetState target, LocalDate since) implements TargetEvent {}

    record TargetExplanationGiven(TargetState target) implements TargetEvent {}
}
