package vn.dondoc.contracts.event;

/** What happened to reports that were put together. Each event carries the state after it. */
public sealed interface ConsolidationEvent extends DomainEvent {

    ConsolidationState consolidation();

    /** It waits for a signature: laid before whoever signs, or corrected after it was signed. */
    record ConsolidationPresented(ConsolidationState consolidation) implements ConsolidationEvent {}

    /** What waited for a signature has it; it is not issued yet. */
    record ConsolidationSignedOff(ConsolidationState consolidation) implements ConsolidationEvent {}

    /** Signed off, with the number of the clerk's register and the signed copy: it does not change any more. */
    record ReportConsolidated(ConsolidationState consolidation) implements ConsolidationEvent {}

    /** What came later or was corrected is signed too. */
    record ConsolidationCorrected(ConsolidationState consolidation) implements ConsolidationEvent {}
}
