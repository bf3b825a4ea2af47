package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a target stands by its newest figure. */
public enum TargetStanding implements Coded {
    ATTAINED,
    /** Not attained yet, but as far as the part of the year that is over asks for, or coming nearer. */
    ON_THE_WAY,
    BEHIND,
    NOT_MEASURED;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
