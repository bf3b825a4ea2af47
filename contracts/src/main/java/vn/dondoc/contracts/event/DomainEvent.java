package vn.dondoc.contracts.event;

/** Something that happened and will not be taken back. Its type on the wire is its simple class name. */
public sealed interface DomainEvent permits OrganisationEvent, PersonEvent, PlanEvent, TaskEvent, ReportEvent, TargetEvent, MatterEvent, ConsolidationEvent,
        NotificationEvent {}
