package vn.dondoc.contracts.event;

/** What happened to a matter beyond the authority of whoever reported it. Each event carries the state after it. */
public sealed interface MatterEvent extends DomainEvent {

    MatterState matter();

    /** A report named it: the standing unit of the commune answers, or takes it further up. */
    record MatterRaised(MatterState matter) implements MatterEvent {}

    /** The next one above has to answer, until a day of its own. */
    record MatterEscalated(MatterState matter) implements MatterEvent {}

    record MatterAnswered(MatterState matter) implements MatterEvent {}

    /** Its last day has ended without an answer. */
    record MatterOverdue(MatterState matter) implements MatterEvent {}
}
