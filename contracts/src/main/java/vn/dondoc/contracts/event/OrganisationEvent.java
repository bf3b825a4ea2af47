package vn.dondoc.contracts.event;

/** What happened to units, positions and calendars; each carries the whole present state of its subject. */
public sealed interface OrganisationEvent extends DomainEvent {

    record UnitRegistered(UnitState unit) implements OrganisationEvent {}

    record UnitRenamed(UnitState unit) implements OrganisationEvent {}

    record PositionFilled(PositionState position) implements OrganisationEvent {}

    record PositionVacated(PositionState position) implements OrganisationEvent {}

    record CalendarChanged(CalendarState calendar) implements OrganisationEvent {}
}
