package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the holder of a position may do within its branch. */
public enum Role implements Coded {

    /** Keeps the directory of the province. */
    PROVINCE_ADMINISTRATOR,

    /** Sees and urges the whole province. */
    PROVINCE_STANDING,

    /** Reads the whole province. */
    PROVINCE_VIEWER,

    /** Reads a branch, writes nothing. */
    INSPECTION,

    /** Keeps the directory of a commune. */
    COMMUNE_ADMINISTRATOR,

    /** Chairman, head or deputy of the committee of a commune. */
    COMMUNE_LEADER,

    /** Standing unit: imports plans, assigns, chases, accepts. */
    COMMUNE_STANDING,

    /** Head of a unit. */
    UNIT_HEAD,

    /** Officer of a unit. */
    OFFICER,

    /** Head of a village. */
    VILLAGE_HEAD;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
