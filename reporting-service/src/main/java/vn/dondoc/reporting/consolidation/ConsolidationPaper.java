package vn.dondoc.reporting.consolidation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Consolidations;
import vn.dondoc.contracts.api.Consolidations.Section;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.paper.Block;
import vn.dondoc.paper.Block.Look;
import vn.dondoc.paper.Paper;
import vn.dondoc.paper.PaperWords;
import vn.dondoc.platform.signing.Signatories;

/** The consolidated report laid out in the form of decree 30/2020: its sections, the figures with their rows in an annex, what was received in another. */
@Component
class ConsolidationPaper {

    private static final String SYMBOL = "BC-UBND";
    private static final List<Integer> FIGURES = List.of(6, 40, 14, 16, 14, 24);
    private static final List<Integer> RECEIVED = List.of(6, 50, 30);

    private final DocumentWords words;

    ConsolidationPaper(DocumentWords words) {
        this.words = words;
    }

    Paper report(Consolidations.Consolidation whole) {
        var summary = whole.summary();
        var body = titled(words.word("title.subject", subject(summary.title()), words.period(summary.period())));
        body.add(paragraph(words.word("opening", lowerFirst(summary.placeName()), words.period(summary.period()))));
        body.add(paragraph(received(whole)));
        var part = 0;
        for (var section : whole.sections()) {
            if (!section.text().isBlank()) {
                body.add(new Block.Line(Look.HEADING, PaperWords.roman(part++) + ". " + heading(section)));
                lines(section.text()).forEach(line -> body.add(paragraph(line)));
            }
        }
        var annexes = new ArrayList<Paper.Annex>();
        if (!whole.figures().isEmpty()) {
            annexes.add(annex(annexes.size(), words.word("annex.figures"), summary, figures(whole)));
        }
        annexes.add(annex(annexes.size(), words.word("annex.received"), summary, rows(whole)));
        return paper(whole, new Register(summary.number(), summary.issuedOn(), whole.signing()), body, annexes);
    }

    Paper correction(Consolidations.Consolidation whole, Consolidations.Correction correction) {
        var summary = whole.summary();
        var body = titled(words.word("title.correction", correction.number(), subject(summary.title()), words.period(summary.period())));
        body.add(paragraph(words.word("correction.opening", correction.number(), summary.number() == null ? words.word("none") : summary.number())));
        body.add(new Block.Line(Look.HEADING, PaperWords.roman(0) + ". " + words.word("correction.reports")));
        correction.reports().forEach(report -> body.add(paragraph("- " + (report.from() == null
                ? words.word("correction.new", report.unitName()) : words.word("correction.again", report.unitName())))));
        var part = 1;
        if (!correction.figures().isEmpty()) {
            body.add(new Block.Line(Look.HEADING, PaperWords.roman(part++) + ". " + words.word("correction.figures")));
            correction.figures().forEach(figure -> body.add(paragraph(
                    "- " + words.word("change", figure.name(), words.number(figure.from()), words.number(figure.to()), figure.unit()))));
        }
        for (var section : correction.sections()) {
            body.add(new Block.Line(Look.HEADING, PaperWords.roman(part++) + ". " + heading(section)));
            lines(section.text()).forEach(line -> body.add(paragraph(line)));
        }
        // The clerk gives it a number of its own, or none
        return paper(whole, new Register(null, correction.signedOn(), signing(whole, correction)), body, List.of());
    }

    /** As it was signed, or most likely will be; those that were signed before that was kept are shown as the whole. */
    private static Urgings.@Nullable Signing signing(Consolidations.Consolidation whole, Consolidations.Correction correction) {
        return correction.signing() != null ? correction.signing()
                : correction.signedOn() == null && !whole.signatories().isEmpty() ? whole.signatories().getFirst() : whole.signing();
    }

    /** What stands in the head and above the signature. */
    private record Register(@Nullable String number, @Nullable LocalDate on, Urgings.@Nullable Signing signing) {}

    private Paper paper(Consolidations.Consolidation whole, Register register, List<Block> body, List<Paper.Annex> annexes) {
        var summary = whole.summary();
        var number = register.number();
        var head = new Paper.Head(
                List.of(words.word("issuer"), summary.placeName().toUpperCase(DocumentWords.LANGUAGE)), number == null ? null : number.replaceFirst("^(\\d)/", "0$1/"),
                SYMBOL, PaperWords.placeOf(summary.placeName()) + ", " + PaperWords.longDay(register.on()));
        var last = body.size() - 1;
        if (body.get(last) instanceof Block.Line(var look, var text)) {
            body.set(last, new Block.Line(look, ended(text)));
        }
        var signing = register.signing();
        var above = Stream.concat(
                whole.fulfilled() == null
                        ? whole.upward().stream().filter(report -> report.period().equals(summary.period())).map(Consolidations.Upward::owedToName)
                        : Stream.of(whole.fulfilled().owedToName()),
                Stream.of(words.word("recipients"))).distinct().toList();
        return new Paper(head, body, above, new Paper.Signature(signing == null ? List.of(words.word("issuer")) : Signatories.lines(signing), null), annexes);
    }

    /** What stands below "BÁO CÁO" does not say so again: "Báo cáo tháng" is about what was done in it. */
    private String subject(String title) {
        var about = title.strip().replaceFirst("(?iu)^báo cáo\\s*", "");
        return about.matches("(?iu)(tháng|quý|năm|6 tháng|định kỳ|hằng tháng|hằng quý)?") ? words.word("title.results")
                : about.substring(0, 1).toUpperCase(DocumentWords.LANGUAGE) + about.substring(1);
    }

    private List<Block> titled(String subject) {
        return new ArrayList<>(List.of(new Block.Line(Look.TITLE, words.word("title")), new Block.Line(Look.TITLE, subject)));
    }

    private String heading(Section section) {
        return section.question() == null ? words.word("section." + section.name()) : section.question();
    }

    private String received(Consolidations.Consolidation whole) {
        var missing = whole.rows().stream().filter(row -> row.version() == null).map(Consolidations.Row::unitName).toList();
        var summary = whole.summary();
        var come = words.word("received", summary.received(), summary.asked());
        return missing.isEmpty() ? come + "." : come + words.word("received.missing", String.join(", ", missing));
    }

    private Paper.Annex annex(int at, String name, Consolidations.Summary summary, Block.Grid table) {
        return new Paper.Annex(words.word("annex", PaperWords.roman(at)), name, words.word("annex.of", lowerFirst(summary.placeName())), table);
    }

    /** A figure, then the units that it is made of. */
    private Block.Grid figures(Consolidations.Consolidation whole) {
        var headings = Stream.of("no", "name", "unit", "value", "lastYear", "note").map(column -> words.word("column." + column)).toList();
        var rows = new ArrayList<List<String>>();
        var number = 0;
        for (var figure : whole.figures()) {
            rows.add(List.of(
                    Integer.toString(++number), figure.name(), figure.unit(), figure.rows().size() > 1 && figure.total() == null ? words.word("apart") : words.value(figure),
                    figure.lastYear() == null ? "" : words.number(figure.lastYear()),
                    figure.missing().isEmpty() ? note(figure.estimated()) : words.word("figure.missing", String.join(", ", figure.missing()))));
            if (figure.rows().size() > 1) {
                figure.rows().forEach(row -> rows.add(List.of(
                        "", "- " + row.unitName(), figure.unit(), words.number(row.value()), row.lastYear() == null ? "" : words.number(row.lastYear()),
                        note(row.estimated()))));
            }
        }
        return new Block.Grid(headings, FIGURES, rows);
    }

    private Block.Grid rows(Consolidations.Consolidation whole) {
        var headings = Stream.of("no", "reporter", "state").map(column -> words.word("column." + column)).toList();
        var rows = new ArrayList<List<String>>();
        for (var row : whole.rows()) {
            var state = row.version() == null ? "state.missing" : row.nothing() ? "state.nothing" : "state.received";
            rows.add(List.of(Integer.toString(rows.size() + 1), row.unitName(), words.word(state)));
        }
        return new Block.Grid(headings, RECEIVED, rows);
    }

    private String note(boolean estimated) {
        return estimated ? words.word("figure.estimated") : "";
    }

    /** "xã Thượng Thử" within a sentence. */
    private static String lowerFirst(String name) {
        return name.substring(0, 1).toLowerCase(DocumentWords.LANGUAGE) + name.substring(1);
    }

    private static Block paragraph(String text) {
        return new Block.Line(Look.BODY, text);
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The last paragraph of a document ends with "./.". */
    private static String ended(String text) {
        return text.endsWith("./.") ? text : text.replaceFirst("[.;…]+$", "") + "./.";
    }
}
