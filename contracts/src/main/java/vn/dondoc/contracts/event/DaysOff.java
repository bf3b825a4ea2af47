package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** What becomes of a last day that is a day off. Civil Code art. 148 speaks of terms; for fixed administrative dates it is custom. */
public enum DaysOff implements Coded {

    /** It stays the day the document names. */
    STAY,

    /** It is the next working day. */
    NEXT_WORKING_DAY;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
