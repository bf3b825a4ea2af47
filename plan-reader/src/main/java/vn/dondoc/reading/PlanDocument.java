package vn.dondoc.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The document itself; a part is null where the text does not say it.
 *
 * @param kind KH plan, CTr programme, NQ resolution, QĐ decision, CT directive, TB notice of conclusions, BC report
 * @param year the year planned for, null for an open-ended plan
 */
public record PlanDocument(
        @Nullable String kind,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable String title,
        @Nullable String issuer,
        @Nullable String unitName,
        @Nullable String province,
        @Nullable Integer year,
        @Nullable String signer) {

    /** The document part of a file that holds annexes alone. */
    public static PlanDocument ofAnnexesAlone() {
        return new PlanDocument(null, null, null, null, null, null, null, null, null);
    }
}
