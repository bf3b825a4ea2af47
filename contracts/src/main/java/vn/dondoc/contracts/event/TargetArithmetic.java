package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** How the measurements of a year become the figure of a target. */
public enum TargetArithmetic implements Coded {
    /** All of the year together. */
    SUM,
    /** The newest one ("tỷ lệ"): what it was before is past. */
    LATEST,
    /** Each one counts from the beginning of the year ("luỹ kế"), so the newest holds. */
    CUMULATIVE,
    /** The mean of the year, each one as heavy as it says. */
    WEIGHTED_MEAN,
    /** Reached or not: 1 or 0. */
    YES_NO;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
