package vn.dondoc.reading;

/** What was read in pictures is less sure than what was read in text: every element says so. */
final class LowerConfidence {

    private static final double SHARE = 0.7;
    private static final String REASON = "recognised-from-image";

    private LowerConfidence() {
    }

    static Reading of(Reading reading) {
        return new Reading(reading.document(),
                reading.legalBases().stream().map(basis -> new LegalBasis(basis.number(), basis.date(), basis.source(), lower(basis.confidence()), REASON)).toList(),
                reading.targets().stream().map(target -> new Target(target.group(), target.name(), target.operator(), target.value(), target.unit(),
                        target.milestone(), target.owner(), target.source(), lower(target.confidence()), REASON)).toList(),
                reading.tasks().stream().map(task -> new Task(task.ordinal(), task.title(), task.lead(), task.coordinating(), task.product(), task.budgetVnd(),
                        task.due(), task.group(), task.dueText(), task.source(), lower(task.confidence()), REASON)).toList(),
                reading.reporting().stream().map(report -> new Reporting(report.frequency(), report.before(), report.inclusive(), report.reporter(),
                        report.recipient(), report.source(), lower(report.confidence()), REASON)).toList(),
                reading.duties().stream().map(duty -> new Duty(duty.unit(), duty.text(), duty.source(), lower(duty.confidence()), REASON)).toList(),
                reading.measures().stream().map(measure -> new Measure(measure.heading(), measure.unit(), measure.text(), measure.source(),
                        lower(measure.confidence()), REASON)).toList(),
                reading.objectives().stream().map(objective -> new Objective(objective.heading(), objective.unit(), objective.text(), objective.source(),
                        lower(objective.confidence()), REASON)).toList(),
                reading.recipients(), reading.warnings(), reading.recipientDetails(), reading.text());
    }

    private static double lower(double confidence) {
        return Math.round(confidence * SHARE * 100) / 100.0;
    }
}
