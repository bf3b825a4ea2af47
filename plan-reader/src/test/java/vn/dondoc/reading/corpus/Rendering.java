package vn.dondoc.reading.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Due;
import vn.dondoc.reading.PlanDocument;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.ReportDay;
import vn.dondoc.reading.Reporting;
import vn.dondoc.reading.Target;
import vn.dondoc.reading.Task;
import vn.dondoc.reading.Warning;

/** A reading in the words of an {@link Expectation}. */
final class Rendering {

    static final List<String> FIELDS = List.of("kind", "number", "issued", "title", "issuer", "unit", "province", "year", "signer");

    private Rendering() {
    }

    static String field(PlanDocument document, String name) {
        return text(switch (name) {
            case "kind" -> document.kind();
            case "number" -> document.number();
            case "issued" -> document.issuedOn();
            case "title" -> document.title();
            case "issuer" -> document.issuer();
            case "unit" -> document.unitName();
            case "province" -> document.province();
            case "year" -> document.year();
            default -> document.signer();
        });
    }

    static List<List<String>> elements(Reading reading, String kind) {
        return switch (kind) {
            case "basis" -> reading.legalBases().stream().map(basis -> List.of(basis.number() + (basis.date() == null ? "" : " " + basis.date()))).toList();
            case "target" -> reading.targets().stream().map(Rendering::target).toList();
            case "task" -> reading.tasks().stream().map(Rendering::task).toList();
            case "report" -> reading.reporting().stream().map(Rendering::report).toList();
            case "duty" -> reading.duties().stream().map(duty -> List.of(duty.unit(), duty.text())).toList();
            case "recipient" -> reading.recipients().stream().map(List::of).toList();
            case "warning" -> reading.warnings().stream().map(Warning::code).distinct().map(List::of).toList();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static List<String> target(Target target) {
        return List.of(target.name(), (target.operator() + " " + target.value().toPlainString() + " " + target.unit()).strip(), text(target.group()));
    }

    /** Ordinal, title, lead, coordinating, due, product, budget. */
    private static List<String> task(Task task) {
        return List.of(text(task.ordinal()), task.title(), names(task.lead()), names(task.coordinating()), due(task.due()), text(task.product()), text(task.budgetVnd()));
    }

    private static List<String> report(Reporting report) {
        ReportDay day = report.before();
        String when = day == null ? "" : " " + day.day() + (day.month() == null ? "" : "/" + day.month());
        return List.of(report.frequency() + when, text(report.reporter()), text(report.recipient()));
    }

    /** "~" before a tentative day, "+" behind one after which the work goes on. */
    private static String due(@Nullable Due due) {
        return switch (due) {
            case null -> "-";
            case Due.Ongoing() -> "ongoing";
            case Due.Recurring(String frequency) -> frequency;
            case Due.By by -> (by.tentative() ? "~" : "") + by.date() + (by.thenOngoing() ? "+" : "");
        };
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "-" : String.join(" ; ", names);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
