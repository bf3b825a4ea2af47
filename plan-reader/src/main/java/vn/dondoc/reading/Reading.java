package vn.dondoc.reading;

import java.util.List;

/**
 * What a plan document holds, in the order of the document.
 *
 * @param recipientDetails the recipients with the purpose printed beside them
 * @param text the extracted text that the offsets of every {@link Source} count in
 */
public record Reading(
        PlanDocument document,
        List<LegalBasis> legalBases,
        List<Target> targets,
        List<Task> tasks,
        List<Reporting> reporting,
        List<Duty> duties,
        List<String> recipients,
        List<Warning> warnings,
        List<Recipient> recipientDetails,
        String text) {
}
