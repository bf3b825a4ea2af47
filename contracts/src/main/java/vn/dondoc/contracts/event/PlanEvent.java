package vn.dondoc.contracts.event;

/**
 * What happened to plans. A plan and its parts are events of their own, in the order plan, tasks, targets, rules. A part that is told
 * again has changed: the newest state holds, and its basis names the document that decided it.
 */
public sealed interface PlanEvent extends DomainEvent {

    record PlanPublished(PlanState plan) implements PlanEvent {}

    record TaskPlanned(PlannedTask task) implements PlanEvent {}

    record TargetPlanned(PlannedTarget target) implements PlanEvent {}

    record ReportingScheduled(ReportingRule rule) implements PlanEvent {}

    /** Some rows are other ones now, each told by an event of its own; comes after them. */
    record PlanAmended(PlanState plan, Basis basis, int added, int changed, int withdrawn) implements PlanEvent {}

    /** Its year is over: what was left open was carried on where it is, given up, or moved into another plan; comes after those. */
    record PlanClosed(PlanState plan, int carried, int cancelled, int moved) implements PlanEvent {}

    /** Given, to more units, or no more to some: the newest state holds. TaskPlanned and TaskWithdrawn tell its parts behind it. */
    record DirectiveIssued(DirectiveState directive) implements PlanEvent {}

    record TaskWithdrawn(PlannedTask task) implements PlanEvent {}

    record TargetWithdrawn(PlannedTarget target) implements PlanEvent {}

    record ReportingWithdrawn(ReportingRule rule) implements PlanEvent {}
}
