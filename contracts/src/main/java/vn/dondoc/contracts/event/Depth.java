package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** How deep a province sees what is a commune's own. What the province gave, or is owed, is its own at any depth; figures are always sums of all. */
public enum Depth implements Coded {

    /** Every row. */
    ALL,

    /** Rows that concern the province: with a code of a national or provincial system, or set by a level above the commune. */
    INTEREST,

    /** No row. */
    FIGURES;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
