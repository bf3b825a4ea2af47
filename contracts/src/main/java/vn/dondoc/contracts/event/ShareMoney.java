package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which money of tasks counts. */
public enum ShareMoney implements Coded {
    /** What is planned for them. */
    PLANNED,
    /** What was paid out for them. */
    DISBURSED;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
