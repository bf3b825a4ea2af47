package vn.dondoc.platform.access;

/** Where something lies, seen from a position. */
public enum Place {

    /** It is of the unit that the position is in, or the holder's own. */
    OWN_UNIT,

    /** It is of the commune itself or of its standing unit; seen from the province, of one of its communes. */
    OWN_COMMUNE,

    /** It is of another unit of the same commune. */
    SIBLING,

    /** It is of another commune; seen from a province, of another province. */
    OTHER_COMMUNE,

    /** It is of the province that the position lies in. */
    PROVINCE,

    /** It lies within the branch, but is of another programme than the position is for. */
    OTHER_PROGRAMME
}
