package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** A rhythm of reports or recurring tasks. */
public enum Frequency implements Coded {

    /** Every week. */
    WEEKLY,

    /** Every calendar month. */
    MONTHLY,

    /** Every quarter. */
    QUARTERLY,

    /** Twice a year. */
    HALF_YEARLY,

    /** Once, for nine months. */
    NINE_MONTHLY,

    /** Once a year. */
    YEARLY,

    /** On demand only ("đột xuất"). */
    AD_HOC;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
