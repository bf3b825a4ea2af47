package vn.dondoc.contracts.event;

/** What happened to plans. A plan and its parts are events of their own, in the order plan, tasks, targets, rules. */
public sealed interface PlanEvent extends DomainEvent {

    record PlanPublished(PlanState plan) implements PlanEvent {}

    record TaskPlanned(PlannedTask task) implements PlanEvent {}

    record TargetPlanned(PlannedTarget target) implements PlanEvent {}

    record ReportingScheduled(ReportingRule rule) implements PlanEvent {}
}
