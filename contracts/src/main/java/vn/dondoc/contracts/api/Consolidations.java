package vn.dondoc.contracts.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.api.Urgings.Signing;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.id.ConsolidationId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;

/** The reports of a rule and period put together: taken, edited, signed off, issued, corrected. */
public final class Consolidations {

    private Consolidations() {}

    /** How far it is. */
    public enum Stage implements Coded {

        /** Being written: what comes is taken into it. */
        OPEN,

        /** Signed off by a position; what comes makes a correction. */
        SIGNED,

        /** With its number, its day and the signed copy; it does not change any more. */
        ISSUED;

        @JsonValue
        @Override
        public String code() {
            return Coded.codeOf(this);
        }
    }

    /** Opens the consolidation of a rule (or campaign) and period in the caller's place. */
    public record Wanted(RuleId rule, String period) {}

    /**
     * One in a list.
     *
     * @param place the commune whose it is, or the province
     * @param asked how many reports are expected; {@code received} how many of them are in it
     * @param corrections how many there are, signed or not
     * @param presentedOn since when it, or its correction, waits for a signature; null where nothing does
     */
    public record Summary(
            ConsolidationId id, Stage stage, UnitId place, String placeName, RuleId rule, String period, String title, int asked, int received,
            int corrections, @Nullable LocalDate signedOn, @Nullable String number, @Nullable LocalDate issuedOn, @Nullable LocalDate presentedOn) {}

    /**
     * A report that is expected.
     *
     * @param version of the answer that is in it; null where none is
     * @param nothing it says that there is nothing to report
     * @param newer the version of an answer that is there and not in it yet; 0 where the one that is in it was taken back; null where nothing is new
     */
    public record Row(ReportId report, UnitId unit, String unitName, @Nullable Long version, boolean nothing, @Nullable Long newer) {}

    /** What one report tells of a figure; {@code weight} is how heavy it is in a mean, or of how many a count of yes is. */
    public record FigureRow(
            UnitId unit, String unitName, ReportId report, long version, BigDecimal value, @Nullable BigDecimal weight, boolean estimated,
            @Nullable BigDecimal lastYear) {}

    /**
     * A figure over all reports.
     *
     * @param missing the units that told nothing of it: they are in no sum
     * @param total null where nobody told it, or where nothing can be made out of several units
     * @param weight of the total; of a count of yes how many answered
     * @param lastYear the same of last year, where all who told it told that too
     */
    public record Figure(
            String key, String name, String unit, TargetArithmetic arithmetic, List<FigureRow> rows, List<String> missing, @Nullable BigDecimal total,
            @Nullable BigDecimal weight, @Nullable BigDecimal lastYear, boolean estimated) {

        public Figure {
            rows = Lists.orEmpty(rows);
            missing = Lists.orEmpty(missing);
        }
    }

    /** What one unit said, and in which version of which report. */
    public record Said(UnitId unit, String unitName, ReportId report, long version, String text) {}

    /** @param writer the name of the program that wrote it: nobody has looked at it */
    public record Proposal(String text, String writer) {}

    /**
     * A section.
     *
     * @param name results, difficulties, proposals, matters, next-steps or {@code question-N}
     * @param question the words of the question; null for other sections
     * @param draft made of what was said, always the same for the same reports
     * @param basis names the draft, for whoever writes beside it; null where nobody can
     * @param edited what people made of it; null where nobody did
     * @param version what a change of it has to name; 0 where there was none
     * @param outdated reports came since it was edited
     * @param byMachine the edited text is that of the proposal, unchanged
     */
    public record Section(
            String name, @Nullable String question, List<Said> said, String draft, @Nullable String basis, @Nullable String edited, long version, @Nullable Instant editedAt,
            @Nullable String editedBy, boolean outdated, @Nullable Proposal proposal, boolean byMachine) {

        public Section {
            said = Lists.orEmpty(said);
        }

        /** What stands in the document. */
        public String text() {
            return edited == null ? draft : edited;
        }
    }

    /** @param from the version that was in it before; null where the report was missing */
    public record CorrectedReport(ReportId report, UnitId unit, String unitName, @Nullable Long from, long to) {}

    /** @param from null where it had no value; so {@code to} */
    public record CorrectedFigure(String key, String name, String unit, @Nullable BigDecimal from, @Nullable BigDecimal to) {}

    /**
     * What came, or was corrected, after signing ("bổ sung lần 1").
     *
     * @param signedOn null while nobody signed it
     * @param sections what those reports say now
     * @param signing how it was signed; null while nobody did
     */
    public record Correction(
            int number, LocalDate on, @Nullable LocalDate signedOn, List<CorrectedReport> reports, List<CorrectedFigure> figures, List<Section> sections,
            @Nullable Signing signing) {

        public Correction {
            reports = Lists.orEmpty(reports);
            figures = Lists.orEmpty(figures);
            sections = Lists.orEmpty(sections);
        }
    }

    /** The signed copy. */
    public record SignedFile(String name, String mediaType, long size, String sha256) {}

    /** A report to the province that it can answer. */
    public record Upward(ReportId report, String title, String period, String owedToName, LocalDate lastDay) {}

    /**
     * The report to the province that it answers.
     *
     * @param toldOn the day it was sent; null while it waits
     * @param refusal the code why it was not taken; null where it was
     */
    public record Fulfilled(ReportId report, String title, String owedToName, @Nullable LocalDate toldOn, @Nullable String refusal) {}

    /**
     * One consolidation.
     *
     * @param signing how it is or will be signed
     * @param signatories who is competent to sign, as of now; empty once it is signed and no correction waits
     * @param upward the open reports to the province that it can answer; empty once it is issued
     */
    public record Consolidation(
            Summary summary, long version, List<Row> rows, List<Figure> figures, List<Section> sections, List<Correction> corrections,
            @Nullable Signing signing, List<Signing> signatories, @Nullable SignedFile file, @Nullable Fulfilled fulfilled,
            List<Upward> upward, List<Reports.Entry> history, List<String> actions) {

        public Consolidation {
            rows = Lists.orEmpty(rows);
            figures = Lists.orEmpty(figures);
            sections = Lists.orEmpty(sections);
            corrections = Lists.orEmpty(corrections);
            signatories = Lists.orEmpty(signatories);
            upward = Lists.orEmpty(upward);
            history = Lists.orEmpty(history);
            actions = Lists.orEmpty(actions);
        }
    }

    /**
     * An edited section; an empty text goes back to the draft.
     *
     * @param basis of the section that was looked at; null for the draft that is there now
     */
    public record SectionText(String text, @Nullable String basis) {}

    /** Signs it off, or the correction that waits; null for the usual form. */
    public record SignOff(@Nullable Signing signing) {}

    public record Reopening(String reason) {}
}
