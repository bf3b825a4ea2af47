package vn.dondoc.reading;

import java.util.List;

/**
 * What a plan document holds, in the order of the document.
 *
 * @param measures work without lead or day, and {@code objectives} without a figure: what would be lost were only tasks and targets read
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
        List<Measure> measures,
        List<Objective> objectives,
        List<String> recipients,
        List<Warning> warnings,
        List<Recipient> recipientDetails,
        String text) {

    /** The same with another list of warnings. */
    Reading with(List<Warning> others) {
        return new Reading(document, legalBases, targets, tasks, reporting, duties, measures, objectives, recipients, others, recipientDetails, text);
    }
}
