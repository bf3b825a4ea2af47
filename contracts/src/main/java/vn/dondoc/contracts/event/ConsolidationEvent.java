package vn.dondoc.contracts.event;

/** What happened to reports that were put together. Each event carries the state after it. */
public sealed interface ConsolidationEvent extends DomainEvent {

    ConsolidationState consolidation();

    /** Signed off, with the number of the clerk's register and the signed copy: it does not change any more. */
    record ReportConsolidated(ConsolidationState consolidation) implements ConsolidationEvent {}

    /** What came later or was corrected is signed too. */
    record ConsolidationCorrected(ConsolidationState consolidation) implements ConsolidationEvent {}
}
