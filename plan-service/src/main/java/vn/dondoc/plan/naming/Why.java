package vn.dondoc.plan.naming;

import vn.dondoc.contracts.event.Coded;

/** What a name of a document and that of a unit differ in; in the order in which differences are looked for. */
public enum Why implements Coded {

    /** Nothing but case, dashes and punctuation. */
    SAME,

    /** Where the tone mark stands: hoá, hóa. */
    TONE,

    /** "và", "&" or a dash between words. */
    CONNECTIVE,

    /** An abbreviation that every document uses. */
    ABBREVIATION,

    /** "xã", "của xã" at the end. */
    COMMUNE_LEFT_OUT,

    /** "Phòng", "Ban" at the beginning. */
    HEAD_LEFT_OUT,

    /** A letter or two. */
    SPELLING,

    /** More or fewer words. */
    MORE_WORDS,

    /** The name is one of many units at once. */
    COLLECTIVE,

    /** A person of this commune said so before. */
    REMEMBERED;

    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
