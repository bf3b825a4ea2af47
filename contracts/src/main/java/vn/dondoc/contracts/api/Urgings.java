package vn.dondoc.contracts.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.contracts.id.UrgingId;

/** Official urging ("công văn đôn đốc"): a numbered letter on what is overdue, and the answers that are owed to it. */
public final class Urgings {

    private Urgings() {}

    /** How far a letter is. */
    public enum Stage implements Coded {

        /** Being written; only the side that writes it sees it. */
        DRAFT,

        /** Signed, with the number of the clerk's register. */
        ISSUED,

        /** With the units that it is addressed to; an answer is owed. */
        SENT,

        /** Every unit has answered. */
        ANSWERED,

        /** Given up before it was issued. */
        DISCARDED;

        @JsonValue
        @Override
        public String code() {
            return Coded.codeOf(this);
        }
    }

    /** In whose stead somebody signs (decree 30/2020, art. 13). */
    public enum Authority implements Coded {

        /** Thay mặt: for a body that decides together. */
        TM,

        /** Ký thay: a deputy for the head. */
        KT,

        /** Thừa lệnh: the head of a unit by order of the head. */
        TL,

        /** Thừa ủy quyền: by a written mandate. */
        TUQ;

        @JsonValue
        @Override
        public String code() {
            return Coded.codeOf(this);
        }
    }

    /** A unit by its present name. */
    public record Named(UnitId id, String name) {}

    /** @param kind task or report */
    public record RowRef(String kind, String ref) {}

    /**
     * Something overdue.
     *
     * @param kind task or report
     * @param lastDay the last day in time
     * @param firstDay the last day before the first extension; null where it was never extended
     * @param daysLate on the day the list is of
     * @param plan number and title of the plan it comes from; null where they are not known
     * @param fulfilled handed in meanwhile
     */
    public record Row(
            String kind, String ref, String title, List<Named> responsible, LocalDate lastDay, @Nullable LocalDate firstDay, int daysLate,
            @Nullable String plan, boolean fulfilled) {

        public Row {
            responsible = Lists.orEmpty(responsible);
        }
    }

    /**
     * A letter to be drafted, to the units that answer for those rows.
     *
     * @param answerBy the last day to answer; null for the days that the settings give for explanations
     */
    public record Wanted(List<RowRef> rows, @Nullable LocalDate answerBy) {

        public Wanted {
            rows = Lists.orEmpty(rows);
        }
    }

    /**
     * Who signs.
     *
     * @param principal in whose stead: "ỦY BAN NHÂN DÂN", "CHỦ TỊCH"
     * @param title of whoever signs: "PHÓ CHỦ TỊCH"
     */
    public record Signing(Authority authority, String principal, String title) {}

    /** What of a draft is to be another one; null leaves it. */
    public record Change(@Nullable String subject, @Nullable String body, @Nullable LocalDate answerBy, @Nullable Signing signing) {}

    /**
     * An answer.
     *
     * @param unit in whose name; null where the caller's own unit is addressed
     */
    public record Reply(@Nullable UnitId unit, String text) {}

    /**
     * A unit that is urged.
     *
     * @param asked it is asked to ("Đề nghị"), not told to: the Front, the Party, associations, businesses
     * @param answeredOn null while it has not answered
     * @param mayAnswer the caller may answer in its name now
     */
    public record Addressee(UnitId id, String name, UnitKind kind, boolean asked, @Nullable LocalDate answeredOn, @Nullable String answer, boolean mayAnswer) {}

    /** The signed letter. */
    public record SignedFile(String name, String mediaType, long size, String sha256) {}

    /**
     * A letter in a list.
     *
     * @param number "12/UBND-VP"; null while it is a draft
     * @param overdue the last day to answer has passed, and not every unit has
     * @param answered how many units have answered
     */
    public record Summary(
            UrgingId id, Stage stage, UnitId issuer, String issuerName, @Nullable String number, String subject, List<Named> addressees, int rows,
            LocalDate draftedOn, @Nullable LocalDate issuedOn, @Nullable LocalDate sentOn, LocalDate answerBy, boolean overdue, int answered) {

        public Summary {
            addressees = Lists.orEmpty(addressees);
        }
    }

    /**
     * One letter.
     *
     * @param body its paragraphs, one a line
     * @param signatories who is competent to sign it, as of now; empty once it is issued
     * @param file null until it is issued
     * @param mayChange the caller drafts, issues and sends it
     */
    public record Urging(
            Summary summary, long version, String body, Signing signing, List<Signing> signatories, List<Row> rows, List<Addressee> addressees,
            @Nullable SignedFile file, boolean mayChange) {

        public Urging {
            signatories = Lists.orEmpty(signatories);
            rows = Lists.orEmpty(rows);
            addressees = Lists.orEmpty(addressees);
        }
    }
}
