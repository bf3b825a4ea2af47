package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which level set a task in the end: work that comes from above is urged further up. */
public enum AssigningLevel implements Coded {

    CENTRAL,
    PROVINCE,
    COMMUNE;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
