package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who has to answer a matter. */
public enum MatterLevel implements Coded {

    /** The standing unit of the commune. */
    STANDING,

    /** The leaders of the commune. */
    LEADER,

    /** The standing unit of the province. */
    PROVINCE;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
