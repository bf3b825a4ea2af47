package vn.dondoc.notification.rule;

import java.util.Locale;

/** Who is meant, before it is known which positions that are. */
public enum Audience {

    /** Those who work in the lead units, or in the unit that owes the report; of a village its head. */
    RESPONSIBLE,

    /** Those who work in units that led until it was given to others. */
    FORMER,

    /** Who leads the responsible unit. */
    HEAD,

    /** The standing unit of the commune. */
    STANDING,

    /** Who decides on what the lead units send: the standing unit, or the leaders where it leads the task itself, or who leads the whole of a part. */
    DECIDING,

    /** The leaders of the commune. */
    LEADER,

    /** Positions that asked to be told. */
    FOLLOWING,

    /** The unit that a report is owed to. */
    OWED_TO,

    /** Those who work in units that take part and do not answer. */
    COORDINATING,

    /** The unit that urges the programme it belongs to: the police for Đề án 06. */
    URGING_UNIT,

    /** The leaders whose field it is: of the programme, or of a unit that answers; where nobody divided that up, the head of the programme's body. */
    LEADER_IN_CHARGE,

    /** Who gave it in the province, or is owed it there; else the standing unit of the province. Only of what the province or a level above it set, or is owed. */
    PROVINCE;

    /** The word in keys of bundles. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
