package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a task is a part of another one. */
public enum PartKind implements Coded {

    /** One period of a task that recurs; late or not, the next one comes. */
    OCCURRENCE,

    /** Given on by a lead unit to a unit below it; never due after its whole. */
    DELEGATED,

    /** What a coordinating unit has to bring in. */
    COORDINATION;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
