package vn.dondoc.contracts.event;

/** What happened to units, positions, bodies and calendars; each carries the whole present state of its subject. */
public sealed interface OrganisationEvent extends DomainEvent {

    record UnitRegistered(UnitState unit) implements OrganisationEvent {}

    record UnitRenamed(UnitState unit) implements OrganisationEvent {}

    /** Its parent is another one now. */
    record UnitMoved(UnitState unit) implements OrganisationEvent {}

    /** It is active no more; {@code successor} in its state names the unit that took over. */
    record UnitMerged(UnitState unit) implements OrganisationEvent {}

    record PositionFilled(PositionState position) implements OrganisationEvent {}

    record PositionVacated(PositionState position) implements OrganisationEvent {}

    /** A committee, working group or programme was set up, changed or dissolved. */
    record BodyChanged(BodyState body) implements OrganisationEvent {}

    record CalendarChanged(CalendarState calendar) implements OrganisationEvent {}

    /** A province or a commune keeps time in another way. */
    record SettingsChanged(SettingsState settings) implements OrganisationEvent {}
}
