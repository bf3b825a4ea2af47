package vn.dondoc.reporting.consolidation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.ReportId;

/**
 * The report to the province that it answers.
 *
 * @param since the moment from which an answer waits to be sent; null where none does
 * @param sent how many were
 * @param refusal the code why the last one was not taken
 */
record Upward(ReportId report, @Nullable Instant since, int sent, @Nullable LocalDate toldOn, @Nullable String refusal) {

    static Upward waiting(ReportId report, Instant since) {
        return new Upward(report, since, 0, null, null);
    }

    /** Once it was refused, somebody else answered it: nothing is sent after that. */
    Upward again(Instant now) {
        return refusal == null ? new Upward(report, now, sent, toldOn, null) : this;
    }

    Upward told(LocalDate on) {
        return new Upward(report, null, sent + 1, on, null);
    }

    Upward refused(String code) {
        return new Upward(report, null, sent, toldOn, code);
    }
}
